import type { Rule, Schedule } from "../model/model";
import { DAY_MINUTES } from "../time/civil";
import { compileRules, type CompiledRule } from "./compile-rule";
import { type DayPlan, type DaySegments, type DayWindow, dayPlan, wholeDays } from "./day-plan";
import { asOrdinary, isOrdinary } from "./ordinary-rules";

/** Minutes of a day; a `to` above 1440 is on the next day. */
export interface Opening {
  readonly from: number;
  readonly to: number;
}

/** A day on which the schedule differs from its ordinary week. */
export interface SpecialDay {
  /** The openings that begin on this day. */
  readonly opens: readonly Opening[];
  /** The reason of the closed part of the ordinary hours; `""`: no part of them is closed. */
  readonly closedReason: string;
  readonly ruleIds: readonly string[];
  /** The end of the last difference, a minute of day; 0: the day is closed ordinarily and by a special rule as well. */
  readonly until: number;
}

type Window = DayWindow & { readonly ordinary: DayWindow["decision"] };

/** The windows of a day between the changes of two plans. */
function compare(actual: DaySegments, ordinary: DaySegments): Window[] {
  const starts = [...new Set([...actual.starts, ...ordinary.starts])].sort((a, b) => a - b);
  const at = ({ starts, decisions }: DaySegments, minute: number) =>
    decisions[starts.findLastIndex((start) => start <= minute)];
  return starts.flatMap((from, index) => {
    const [decision, usual] = [at(actual, from), at(ordinary, from)];
    const to = starts[index + 1] ?? DAY_MINUTES;
    return decision && usual ? { from, to, decision, ordinary: usual } : [];
  });
}

/** The end of the overnight openings from the day before, a minute of day. */
function tailOf(rules: readonly CompiledRule[], day: number, isWhole: (day: number) => boolean): number {
  const tails = rules.filter(
    ({ rule, days, start, end }) =>
      rule.isOpen && end <= start && days.has(day - 1) && (rule.exception || !isWhole(day - 1)),
  );
  return Math.max(0, ...tails.map(({ end }) => end));
}

const openOf = ({ starts, decisions }: DaySegments): Opening[] =>
  decisions.flatMap(({ isOpen }, index) =>
    isOpen ? { from: starts[index] ?? 0, to: starts[index + 1] ?? DAY_MINUTES } : [],
  );

/** Joins adjacent openings. */
function joined(openings: readonly Opening[]): Opening[] {
  const result: Opening[] = [];
  for (const next of openings) {
    const last = result[result.length - 1];
    if (last?.to === next.from) result[result.length - 1] = { from: last.from, to: next.to };
    else result.push(next);
  }
  return result;
}

/** The openings that begin on a day, with overnight ones up to their end. */
function openingsOf(plan: DayPlan, day: number, tail: (day: number) => number): Opening[] {
  const next = openOf(plan(day + 1)).map(({ from, to }) => ({
    from: from + DAY_MINUTES,
    to: to + DAY_MINUTES,
  }));
  const latest = DAY_MINUTES + tail(day + 1);
  const earliest = tail(day);
  return joined([...openOf(plan(day)), ...next])
    .filter(({ from, to }) => from < DAY_MINUTES && (from > 0 || to > earliest))
    .map(({ from, to }) => ({ from, to: Math.min(to, latest) }));
}

/** A schedule by civil days, without its manual close. */
interface ScheduleDays {
  /** The openings that begin on a day. */
  readonly opens: (day: number) => readonly Opening[];
  /** Those of the ordinary week. */
  readonly usualOpens: (day: number) => readonly Opening[];
  /**
   * The difference from the ordinary week; null: none. A difference in the end of an overnight opening belongs to the
   * day on which that opening begins.
   */
  readonly special: (day: number) => SpecialDay | null;
}

/** Compares a schedule with its ordinary week. */
export function scheduleDays(schedule: Schedule, rulesById: ReadonlyMap<string, Rule>): ScheduleDays {
  const compiled = (rules: readonly Rule[]): CompiledRule[] => {
    const byRule = compileRules(rules, rulesById);
    return rules.flatMap((rule) => byRule.get(rule) ?? []);
  };
  const rules = compiled(schedule.rules.flatMap((id) => rulesById.get(id) ?? []));
  const ordinaryRules = rules.filter(isOrdinary);
  const specialIds = new Set(
    rules.filter((rule) => !ordinaryRules.includes(rule)).map(({ rule }) => rule.id),
  );
  const week = compiled(ordinaryRules.map(({ rule }) => asOrdinary(rule)));
  const [plan, ordinary] = [dayPlan(rules), dayPlan(week)];
  const [isWhole, isWholeInWeek] = [wholeDays(rules), wholeDays(week)];
  const wholeDay = rules.filter(({ rule }) => rule.exception === "day");
  const tail = (day: number): number => tailOf(rules, day, isWhole);
  const usualTail = (day: number): number => tailOf(week, day, isWholeInWeek);
  const opens = (day: number): readonly Opening[] => openingsOf(plan, day, tail);
  const changes = (day: number): Window[] =>
    compare(plan(day), ordinary(day)).filter(
      ({ decision, ordinary: usual }) => decision.isOpen !== usual.isOpen,
    );

  const special = (day: number): SpecialDay | null => {
    const changed = changes(day);
    const until = changed[changed.length - 1]?.to ?? 0;
    const windows = changed.length > 0 ? changed : compare(plan(day), ordinary(day));
    const ids = windows.flatMap(({ decision: { ruleId } }) =>
      ruleId !== null && specialIds.has(ruleId) ? ruleId : [],
    );
    if (changed.length === 0) {
      const isClosed = windows.every(
        ({ decision }) => !decision.isOpen && specialIds.has(decision.ruleId ?? ""),
      );
      if (!isClosed) return null;
    } else if (until <= Math.max(tail(day), usualTail(day)) && changes(day - 1).length > 0) {
      return null;
    }
    const byWholeDay = wholeDay.filter(({ days }) => days.has(day)).slice(0, 1);
    return {
      opens: opens(day),
      closedReason: windows.find(({ decision }) => !decision.isOpen)?.decision.closedReason ?? "",
      ruleIds: [...new Set(ids.length > 0 ? ids : byWholeDay.map(({ rule }) => rule.id))],
      until,
    };
  };
  return { opens, usualOpens: (day) => openingsOf(ordinary, day, usualTail), special: special };
}
