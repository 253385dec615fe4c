import { parseInstant } from "../instant";
import type { Schedule } from "../model";
import type { StoredRule, StoredSchedule } from "../sync-layout";
import { interpolate } from "../i18n/interpolate";
import { formatInstant } from "../i18n/format-date";
import { formatList } from "../i18n/format-list";
import { describeRule } from "../i18n/describe-rule";
import { describeStatus } from "../i18n/describe-status";
import { zoneOf } from "../zone";
import { type AnyItem, type ItemField, listOf } from "./fields";
import { changeStringsFor } from "./strings/find";
import type { ChangeStrings } from "./strings/table";

export interface ChangeWordsContext {
  readonly locale: string;
  /** The name of a rule, or its id where it is not known (any more). */
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

function manualClose(schedule: Omit<Schedule, "id">, locale: string, { value }: ChangeStrings): string {
  if (!schedule.manualClose) return value.off;
  const until = schedule.manualCloseUntil;
  if (!until) return value.on;
  const t = parseInstant(until);
  const timeZone = zoneOf(schedule.timeZone) === null ? "UTC" : schedule.timeZone;
  return interpolate(locale, value.onUntil, {
    when: t === null ? until : formatInstant(locale, timeZone, t, MOMENT),
  });
}

/** All of when a rule applies; also a first day that has passed. */
const when = (rule: StoredRule, locale: string): string =>
  describeRule({ id: "", ...rule }, locale, { today: -Infinity });

function ofSchedule(item: StoredSchedule, field: ItemField, context: ChangeWordsContext): string | null {
  const strings = changeStringsFor(context.locale);
  switch (field) {
    case "timeZone":
      return item.timeZone;
    case "manualClose":
      return manualClose(item, context.locale, strings);
    case "group":
      return item.group ?? null;
    default: {
      if (field === "queues" && item.queues === undefined) return strings.value.ownQueue;
      const list = listOf(item, field) ?? [];
      if (list.length === 0) return null;
      return formatList(context.locale, field === "rules" ? list.map(context.ruleName) : list);
    }
  }
}

function ofRule(item: StoredRule, field: ItemField, { locale }: ChangeWordsContext): string | null {
  const { value } = changeStringsFor(locale);
  switch (field) {
    case "status":
      return describeStatus({ isOpen: item.isOpen, closedReason: item.closedReason || "closed" }, locale);
    case "exception":
      return item.exception === true ? value.yes : value.no;
    default:
      return when(item, locale);
  }
}

/** What a field holds, in a locale's words; null: nothing. */
export function fieldInWords(item: AnyItem, field: ItemField, context: ChangeWordsContext): string | null {
  if (field === "name") return item.name === "" ? null : item.name;
  return "timeZone" in item ? ofSchedule(item, field, context) : ofRule(item, field, context);
}
