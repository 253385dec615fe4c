import type { CompiledRule } from "../evaluator/compile-rule";
import { dayPlan } from "../evaluator/day-plan";
import { nextOccurrence } from "../evaluator/next-occurrence";
import { sameStatus } from "../evaluator/next-change";
import type { Finding } from "../model/finding";
import { DAY_MINUTES, formatDate } from "../time/civil";

const isAllDay = ({ start, end }: CompiledRule): boolean => start === 0 && end === DAY_MINUTES;
const nameOf = ({ rule }: CompiledRule): string => (rule.name === "" ? rule.id : rule.name);

type Found = Omit<Finding, "scheduleId">;

/**
 * Finds closed hours, such as a lunch break, that come before closed days, such as holidays, with another reason:
 * callers then hear about the break in the middle of the holiday.
 * @param from civil day number
 * @param to civil day number
 * @param known findings of pairs that contradict each other anyway
 */
export function reasonOrderFindings(
  rules: readonly CompiledRule[],
  from: number,
  to: number,
  known: readonly Found[],
): Found[] {
  const plan = dayPlan(rules);
  const closed = rules.filter(({ rule, problem }) => problem === null && !rule.exception && !rule.isOpen);
  const isKnown = (upper: string, lower: string): boolean =>
    known.some(({ code, ruleId, params }) => {
      const by = params["byIds"];
      return (
        code === "reasons-contradict" && ruleId === lower && typeof by === "object" && by.includes(upper)
      );
    });
  const firstDay = (hours: CompiledRule, day: CompiledRule): number | null => {
    for (
      let at = nextOccurrence(day.days, from);
      at !== null && at <= to;
      at = nextOccurrence(day.days, at + 1)
    )
      if (plan(at).decisions.some(({ ruleId }) => ruleId === hours.rule.id)) return at;
    return null;
  };
  return closed.flatMap((hours, index) => {
    if (isAllDay(hours)) return [];
    const found = closed.slice(index + 1).flatMap((day) => {
      if (!isAllDay(day) || sameStatus(hours.decision, day.decision)) return [];
      if (isKnown(hours.rule.id, day.rule.id)) return [];
      const first = firstDay(hours, day);
      return first === null ? [] : [{ day, first }];
    });
    const [soonest] = [...found].sort((a, b) => a.first - b.first);
    if (soonest === undefined) return [];
    const params = {
      rule: nameOf(hours),
      by: nameOf(soonest.day),
      byIds: found.map(({ day }) => day.rule.id),
      date: formatDate(soonest.first),
      reason: hours.decision.closedReason,
      other: soonest.day.decision.closedReason,
    };
    return [{ code: "reason-order", severity: "warning", ruleId: hours.rule.id, params }];
  });
}
