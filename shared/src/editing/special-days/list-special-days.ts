import { nextOccurrence } from "../../evaluator/next-occurrence";
import { compileRules, type CompiledRule } from "../../evaluator/compile-rule";
import type { Occurrences } from "../../evaluator/occurrences";
import { isOrdinary } from "../../evaluator/ordinary-rules";
import type { Rule, Schedule } from "../../model/model";

/** Days in a row on which a special rule applies. */
export interface SpecialDays {
  readonly rule: Rule;
  /** Civil day number. */
  readonly from: number;
  /** Inclusive; null: the end is more than `MAX_RUN` days away. */
  readonly to: number | null;
}

export interface SpecialDaysList {
  /** The next days of each special rule, soonest first. */
  readonly coming: readonly SpecialDays[];
  /** The last days of the special rules that never apply again, latest first. */
  readonly past: readonly SpecialDays[];
}

/** Days. Longer runs have no end worth showing. */
const MAX_RUN = 400;
/** Days. Rules that ended earlier are not searched for. */
const MAX_PAST = 3660;

/** An open rule of single days or a limited range, such as a trade fair's Saturday. */
const isOneOff = ({ dateRRule, relativeTo, startDate, endDate, dates }: Rule): boolean =>
  !dateRRule && !relativeTo && (dates === undefined ? !!startDate && !!endDate : true);

/** Whether a rule is for special days: holidays, closures, exceptions and single dates, not what recurs weekly. */
const isSpecial = (compiled: CompiledRule): boolean =>
  compiled.problem === null && (!isOrdinary(compiled) || isOneOff(compiled.rule));

function runAround(days: Occurrences, day: number): Pick<SpecialDays, "from" | "to"> {
  let from = day;
  while (day - from < MAX_RUN && days.has(from - 1)) from -= 1;
  if (day - from === MAX_RUN) from = day;
  let to = day;
  while (to - day < MAX_RUN && days.has(to + 1)) to += 1;
  return { from, to: to - day < MAX_RUN ? to : null };
}

function lastBefore(days: Occurrences, today: number): number | null {
  let last: number | null = null;
  for (let day = nextOccurrence(days, today - MAX_PAST); day !== null; day = nextOccurrence(days, day + 1))
    last = day;
  return last;
}

/**
 * The special days of a schedule: each rule once, with the days on which it applies next, or applied last.
 * @param today civil day number in the schedule's zone
 */
export function listSpecialDays(
  schedule: Pick<Schedule, "rules">,
  rulesById: ReadonlyMap<string, Rule>,
  today: number,
): SpecialDaysList {
  const rules = [...new Set(schedule.rules)].flatMap((id) => rulesById.get(id) ?? []);
  const compiled = compileRules(rules, rulesById);
  const special = rules.flatMap((rule) => compiled.get(rule) ?? []).filter(isSpecial);
  const coming: (SpecialDays & { readonly start: number })[] = [];
  const past: (SpecialDays & { readonly start: number })[] = [];
  for (const { rule, days, start } of special) {
    const next = nextOccurrence(days, today);
    const day = next ?? lastBefore(days, today);
    if (day !== null) (next === null ? past : coming).push({ rule, start, ...runAround(days, day) });
  }
  coming.sort((a, b) => a.from - b.from || a.start - b.start);
  past.sort((a, b) => b.from - a.from || a.start - b.start);
  return { coming, past };
}
