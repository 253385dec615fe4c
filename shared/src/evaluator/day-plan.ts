import { DAY_MINUTES } from "../time/civil";
import type { CompiledRule } from "./compile-rule";
import { type Decision, REASON_CLOSED } from "../model/model";
import { memoize } from "../collections/memoize";

/** The decisions of one civil day: `decisions[k]` applies from minute `starts[k]`. `starts[0]` is 0. */
export interface DaySegments {
  readonly starts: readonly number[];
  readonly decisions: readonly Decision[];
}

/** The decision when no rule matches. */
const NO_RULE: Decision = { isOpen: false, closedReason: REASON_CLOSED, ruleId: null };

export interface DayWindow {
  readonly from: number;
  readonly to: number;
  readonly decision: Decision;
}

/** Sorts rules by priority: exceptions, then closed rules, then open ones. The first match decides. */
export const byPriority = (rules: readonly CompiledRule[]): readonly CompiledRule[] => {
  const rank = ({ rule }: CompiledRule): number => (rule.exception ? 0 : rule.isOpen ? 2 : 1);
  return [...rules].sort((a, b) => rank(a) - rank(b));
};

/**
 * Returns whether a civil day is a whole-day exception of one of the rules: no ordinary rule starts on such a
 * day. An invalid rule has no days.
 */
export const wholeDays = (rules: readonly CompiledRule[]): ((day: number) => boolean) => {
  const whole = rules.filter(({ rule }) => rule.exception === "day");
  return (day) => whole.some(({ days }) => days.has(day));
};

/** Minutes of a day that rules cover, including the ends of overnight rules that began the day before. */
export function windowsOf(
  rules: readonly CompiledRule[],
  day: number,
  isWhole: (day: number) => boolean,
): DayWindow[] {
  const windows: DayWindow[] = [];
  const [today, yesterday] = [isWhole(day), isWhole(day - 1)];
  for (const { rule, days, start, end, decision } of rules) {
    if ((rule.exception || !today) && days.has(day))
      windows.push({ from: start, to: end > start ? end : DAY_MINUTES, decision });
    if (end <= start && (rule.exception || !yesterday) && days.has(day - 1))
      windows.push({ from: 0, to: end, decision });
  }
  return windows;
}

function sweep(windows: readonly DayWindow[]): DaySegments {
  const edges = new Set([0, ...windows.flatMap(({ from, to }) => [from, to])]);
  edges.delete(DAY_MINUTES);
  const starts: number[] = [];
  const decisions: Decision[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) {
    const decision = windows.find(({ from, to }) => edge >= from && edge < to)?.decision ?? NO_RULE;
    if (decision === decisions[decisions.length - 1]) continue;
    starts.push(edge);
    decisions.push(decision);
  }
  return { starts, decisions };
}

/** Decisions of a civil day by a list of rules. Independent of the zone, so schedules share plans. */
export type DayPlan = (day: number) => DaySegments;

/** Most days cached, over all plans: some 15 MB. Validation and impact make thousands of plans of a year each. */
const MAX_REMEMBERED_DAYS = 50_000;
const MAX_PLANS = 10_000;

/** The cached days of each plan that has any. */
const caches = new Set<Map<number, DaySegments>>();
let remembered = 0;

function makePlan(rules: readonly CompiledRule[]): DayPlan {
  const ordered = byPriority(rules);
  const isWhole = wholeDays(ordered);
  const days = new Map<number, DaySegments>();
  return (day) => {
    let segments = days.get(day);
    if (segments === undefined) {
      if ((remembered += 1) > MAX_REMEMBERED_DAYS) {
        remembered = 1;
        for (const cache of caches) cache.clear();
        caches.clear();
      }
      caches.add(days);
      segments = sweep(windowsOf(ordered, day, isWhole));
      days.set(day, segments);
    }
    return segments;
  };
}

const planOf = memoize(MAX_PLANS, (_serials: string, rules: readonly CompiledRule[]) => makePlan(rules));

/** The plan of rules in a schedule's order. Schedules with the same rules share one. */
export const dayPlan = (rules: readonly CompiledRule[]): DayPlan =>
  planOf(rules.map(({ serial }) => serial).join(), rules);
