import { DAY_MINUTES } from "../time/civil";
import type { CompiledRule } from "./compile-rule";
import { type Decision, REASON_CLOSED } from "../model/model";

/** What a wall clock's day looks like: from minute `starts[k]` on, `decisions[k]`. `starts[0]` is 0. */
interface DaySegments {
  readonly starts: readonly number[];
  readonly decisions: readonly Decision[];
}

/** Where no rule matches. */
const NO_RULE: Decision = { isOpen: false, closedReason: REASON_CLOSED, ruleId: null };
const EMPTY_DAY: DaySegments = { starts: [0], decisions: [NO_RULE] };

export interface DayWindow {
  readonly from: number;
  readonly to: number;
  readonly decision: Decision;
}

/** Ordered so that the first rule that matches decides: exceptions, then closed rules, then open ones. */
export const byPriority = (rules: readonly CompiledRule[]): readonly CompiledRule[] => {
  const rank = ({ rule }: CompiledRule): number => (rule.exception ? 0 : rule.isOpen ? 2 : 1);
  return [...rules].sort((a, b) => rank(a) - rank(b));
};

/** Says of a day whether it is a whole day of one of the rules, on which no rule without an exception begins. */
export const wholeDays = (rules: readonly CompiledRule[]): ((day: number) => boolean) => {
  const whole = rules.filter(({ rule, problem }) => rule.exception === "day" && problem === null);
  return (day) => whole.some(({ days }) => days.has(day));
};

/** The pieces of day that rules cover: their own of today, and the ends of those that began yesterday. */
export function windowsOf(
  rules: readonly CompiledRule[],
  day: number,
  isWhole: (day: number) => boolean,
): DayWindow[] {
  const pieces: DayWindow[] = [];
  const [today, yesterday] = [isWhole(day), isWhole(day - 1)];
  for (const { rule, days, start, end, decision } of rules) {
    if ((rule.exception || !today) && days.has(day))
      pieces.push({ from: start, to: end > start ? end : DAY_MINUTES, decision });
    if (end <= start && (rule.exception || !yesterday) && days.has(day - 1))
      pieces.push({ from: 0, to: end, decision });
  }
  return pieces;
}

function sweep(pieces: readonly DayWindow[]): DaySegments {
  if (pieces.length === 0) return EMPTY_DAY;
  const edges = new Set([0]);
  for (const { from, to } of pieces) {
    edges.add(from);
    if (to < DAY_MINUTES) edges.add(to);
  }
  const starts: number[] = [];
  const decisions: Decision[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) {
    const decision = pieces.find(({ from, to }) => edge >= from && edge < to)?.decision ?? NO_RULE;
    if (decision === decisions[decisions.length - 1]) continue;
    starts.push(edge);
    decisions.push(decision);
  }
  return { starts, decisions };
}

/** Days that all plans together remember. */
const MAX_REMEMBERED_DAYS = 200_000;
let remembered = 0;
let generation = 0;

/** What each day (civil day number) of a list of rules looks like: the same in every zone, so schedules share it. */
export type DayPlan = (day: number) => DaySegments;

function makePlan(rules: readonly CompiledRule[]): DayPlan {
  const ordered = byPriority(rules.filter(({ problem }) => problem === null));
  const isWhole = wholeDays(ordered);
  let days = new Map<number, DaySegments>();
  let born = generation;
  return (day) => {
    if (born !== generation) {
      days = new Map();
      born = generation;
    }
    let segments = days.get(day);
    if (segments === undefined) {
      segments = sweep(windowsOf(ordered, day, isWhole));
      days.set(day, segments);
      remembered += 1;
      if (remembered > MAX_REMEMBERED_DAYS) {
        remembered = 0;
        generation += 1;
      }
    }
    return segments;
  };
}

const plans = new Map<string, DayPlan>();
const MAX_PLANS = 10_000;

/** The plan of rules in a schedule's order; schedules with the same rules share one. */
export function dayPlan(rules: readonly CompiledRule[]): DayPlan {
  const key = rules.map(({ serial }) => serial).join();
  let plan = plans.get(key);
  if (plan === undefined) {
    if (plans.size >= MAX_PLANS) plans.clear();
    plans.set(key, (plan = makePlan(rules)));
  }
  return plan;
}
