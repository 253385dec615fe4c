import { describeRule } from "@schedule-manager/shared/i18n/describe-rule";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import { formatInstant } from "@schedule-manager/shared/i18n/format-date";
import { formatList } from "@schedule-manager/shared/i18n/format-list";
import { parseInstant } from "@schedule-manager/shared/time/instant";
import { type AnyItem, type ItemField, listOf } from "@schedule-manager/shared/editing/merge/fields";
import type { Rule, Schedule, StoredRule, StoredSchedule } from "@schedule-manager/shared/model/model";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import type { Translate } from "./translate";

export interface DescribeChangeContext {
  readonly t: Translate;
  readonly locale: string;
  /** The name of a rule; its id when the rule is unknown. */
  readonly ruleName: (id: string) => string;
}

const MOMENT: Intl.DateTimeFormatOptions = {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
};

function manualClose(schedule: Omit<Schedule, "id">, context: DescribeChangeContext): string {
  const { t } = context;
  if (!schedule.manualClose) return t("change.value.off");
  const close = closedUntil(schedule, context);
  const { manualNote: note, manualNoteSpoken } = schedule;
  if (!note) return close;
  return t(manualNoteSpoken === true ? "change.value.spokenNote" : "change.value.note", { close, note });
}

function closedUntil(schedule: Omit<Schedule, "id">, { t, locale }: DescribeChangeContext): string {
  const until = schedule.manualCloseUntil;
  if (!until) return t("change.value.on");
  const end = parseInstant(until);
  const timeZone = zoneOf(schedule.timeZone) === null ? "UTC" : schedule.timeZone;
  return t("change.value.onUntil", {
    when: end === null ? until : formatInstant(locale, timeZone, end, MOMENT),
  });
}

/** Rules of which only the name is used. */
export const namedRules = (ruleName: (id: string) => string): Pick<ReadonlyMap<string, Rule>, "get"> => ({
  get: (id) => ({ id, name: ruleName(id), isOpen: false }),
});

/** Describes when a rule applies, including a first day in the past. */
const when = (rule: StoredRule, { locale, ruleName }: DescribeChangeContext): string =>
  describeRule({ id: "", ...rule }, locale, { today: -Infinity, rulesById: namedRules(ruleName) });

function ofSchedule(item: StoredSchedule, field: ItemField, context: DescribeChangeContext): string | null {
  switch (field) {
    case "timeZone":
      return item.timeZone;
    case "manualClose":
      return manualClose(item, context);
    case "group":
      return item.group ?? null;
    default: {
      if (field === "queues" && item.queues === undefined) return context.t("change.value.ownQueue");
      const list = listOf(item, field) ?? [];
      if (list.length === 0) return null;
      return formatList(context.locale, field === "rules" ? list.map(context.ruleName) : list);
    }
  }
}

function ofRule(item: StoredRule, field: ItemField, context: DescribeChangeContext): string | null {
  const { t, locale } = context;
  switch (field) {
    case "status":
      return describeStatus({ isOpen: item.isOpen, closedReason: item.closedReason || "closed" }, locale);
    case "exception":
      return t(
        item.exception === "day"
          ? "change.value.wholeDay"
          : item.exception
            ? "change.value.yes"
            : "change.value.no",
      );
    default:
      return when(item, context);
  }
}

/** The label of a field, as in a column header. */
export const fieldLabel = (t: Translate, field: ItemField): string => t(`change.field.${field}`);

/** The value of a field as text; null: empty. */
export function describeField(
  item: AnyItem,
  field: ItemField,
  context: DescribeChangeContext,
): string | null {
  if (field === "name") return item.name === "" ? null : item.name;
  return "timeZone" in item ? ofSchedule(item, field, context) : ofRule(item, field, context);
}
