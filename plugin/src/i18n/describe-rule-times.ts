import { DAY_MINUTES, parseTime } from "@schedule-manager/shared/time/civil";
import { describeRule } from "@schedule-manager/shared/i18n/describe-rule";
import { formatMinute } from "@schedule-manager/shared/i18n/format-date";
import type { Rule } from "@schedule-manager/shared/model/model";
import type { Translate } from "./translate";

/** Describes the times on each day of the rule. */
export function describeRuleTimes(rule: Rule, t: Translate, locale: string): string {
  const start = parseTime(rule.startTime ?? "") ?? 0;
  const end = parseTime(rule.endTime ?? "") || DAY_MINUTES;
  if (start === 0 && end === DAY_MINUTES) return t("rules.allDay");
  const times = { from: formatMinute(locale, start), to: formatMinute(locale, end) };
  return t(end <= start ? "rules.overnight" : "rules.between", times);
}

/** Describes the rule's days, or the problem because of which it never applies. */
export function describeRuleDays(rule: Rule, locale: string, rulesById: ReadonlyMap<string, Rule>): string {
  const { startTime: _, endTime: __, ...days } = rule;
  // A closed rule without times omits "all day" next to its days.
  return describeRule({ ...days, isOpen: false }, locale, { rulesById });
}
