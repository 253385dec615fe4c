import { DAY_MINUTES, parseTime } from "@schedule-manager/shared/time/civil";
import { describeRule } from "@schedule-manager/shared/i18n/describe-rule";
import { formatMinute } from "@schedule-manager/shared/i18n/format-date";
import type { Rule } from "@schedule-manager/shared/model/model";
import type { Translate } from "./translate";

/** From when to when on each of its days. */
export function describeRuleTimes(rule: Rule, t: Translate, locale: string): string {
  const start = parseTime(rule.startTime ?? "") ?? 0;
  const end = parseTime(rule.endTime ?? "") || DAY_MINUTES;
  if (start === 0 && end === DAY_MINUTES) return t("rules.allDay");
  const times = { from: formatMinute(locale, start), to: formatMinute(locale, end) };
  return t(end <= start ? "rules.overnight" : "rules.between", times);
}

/** On which days; what is wrong with the rule, where it never applies for that. */
export function describeRuleDays(rule: Rule, locale: string, rulesById: ReadonlyMap<string, Rule>): string {
  const { startTime: _, endTime: __, ...days } = rule;
  // A closed rule without times does not say "all day" beside its days.
  return describeRule({ ...days, isOpen: false }, locale, { rulesById });
}
