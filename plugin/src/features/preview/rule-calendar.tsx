import { useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { withManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import { changedDays } from "@schedule-manager/shared/editing/preview/changed-days";
import { summarizeDays } from "@schedule-manager/shared/editing/preview/day-summary";
import { nextDays } from "@schedule-manager/shared/editing/rule-form/next-days";
import { describeRule } from "@schedule-manager/shared/i18n/describe-rule";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import { REASON_CLOSED, type Rule, type Schedule } from "@schedule-manager/shared/model/model";
import { SelectField } from "../../ui/fields/select-field";
import { FieldsDisabled } from "../../ui/fields/context";
import { useServices } from "../../services/services";
import type { CalendarPlace } from "./calendar-place";
import type { DayMarks } from "./day-marks";
import { describePrinted } from "./describe-printed";
import { PrintableCalendar } from "./printable-calendar";
import { usePreviewedSchedule } from "./previewed-schedule";

interface Props {
  readonly rule: Rule;
  /** The rule before the unpublished changes; null: it is new. The rule itself: nothing changes. */
  readonly before: Rule | null;
  /** The schedules that use the rule. */
  readonly users: readonly Schedule[];
  /** All rules, with drafts. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** ms since the epoch. */
  readonly now: number;
  readonly onEditRule: (id: string) => void;
}

function marksOf(
  rule: Rule,
  before: Rule | null,
  schedule: Schedule,
  rules: ReadonlyMap<string, Rule>,
): DayMarks {
  const { days } = compileRule(rule, rules);
  const isRuleDay = (day: number): boolean => days.has(day);
  if (before === rule) return { isRuleDay, isChanged: () => false, before: () => null };
  const others = [...rules].filter(([id]) => id !== rule.id);
  const rulesBefore = new Map(before === null ? others : [...others, [rule.id, before] as const]);
  const was = compileSchedule(schedule, rulesBefore);
  const isChanged = changedDays(was, compileSchedule(schedule, rules));
  const summaryBefore = summarizeDays(was, rulesBefore, 0);
  return { isRuleDay, isChanged, before: (day) => (isChanged(day) ? summaryBefore(day) : null) };
}

/** A rule's days in a calendar, and what the rule's changes mean for a schedule that uses it. */
export function RuleCalendar({ rule, before, users, rules, now, onEditRule }: Props) {
  const { t, locale } = useServices();
  const [id, setId] = useState("");
  const user = users.find((schedule) => schedule.id === id) ?? users[0];
  const schedule = useMemo(
    (): Schedule =>
      user === undefined
        ? { id: "", name: "", timeZone: "UTC", manualClose: false, rules: [rule.id] }
        : // A manual close would hide what the rule does.
          withManualClose(user, null),
    [user, rule.id],
  );
  const shown = usePreviewedSchedule(schedule, rules, now);
  const marks = useMemo(() => marksOf(rule, before, schedule, rules), [rule, before, schedule, rules]);
  const [place, setPlace] = useState<CalendarPlace>(() => ({
    view: "month",
    day: nextDays(rule, shown.today, 1, rules)[0] ?? shown.today,
    chosen: null,
  }));
  const printed = [
    describeStatus({ isOpen: rule.isOpen, closedReason: rule.closedReason || REASON_CLOSED }, locale),
    describeRule(rule, locale, { today: shown.today, rulesById: rules }),
    ...(user === undefined ? [] : [user.name]),
    describePrinted(locale, schedule.timeZone, now),
  ];
  return (
    <FieldsDisabled value={false}>
      <PrintableCalendar
        title={rule.name}
        about={printed.join(" · ")}
        schedule={shown}
        place={place}
        onPlace={setPlace}
        onEditRule={onEditRule}
        marks={marks}
        ownRule={rule.id}
      >
        {user === undefined ? (
          <Text as="p" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
            {t("calendar.alone")}
          </Text>
        ) : (
          <Box data-screen-only="">
            <SelectField
              label={t("calendar.for")}
              value={user.id}
              options={users.map(({ id: value, name }) => ({ value, text: name }))}
              onChange={setId}
            />
          </Box>
        )}
      </PrintableCalendar>
    </FieldsDisabled>
  );
}
