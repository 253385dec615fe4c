import { DAY_MINUTES, MINUTE_MS } from "../../time/civil";
import type { CompiledSchedule } from "../../evaluator/compile";
import { type Opening, scheduleDays } from "../../evaluator/special-days";
import { REASON_ERROR, REASON_MANUAL, type Rule } from "../../model/model";

/**
 * How a day differs from the ordinary week. `off`: closed as usual. `moved`: open as long as usual, at other times.
 * `manual`: a manual close shortens or cancels its openings. `error`: the zone is unknown.
 */
export type DayType = "open" | "off" | "shorter" | "longer" | "moved" | "closed" | "manual" | "error";

export interface DaySummary {
  readonly day: number;
  readonly type: DayType;
  /** The openings that begin on the day. */
  readonly opens: readonly Opening[];
  /** The reason of the closed part of the ordinary hours; `""`: no part of them is closed. */
  readonly closedReason: string;
  /** The rules that cause the difference. */
  readonly ruleIds: readonly string[];
}

const lengthOf = (openings: readonly Opening[]): number =>
  openings.reduce((sum, { from, to }) => sum + to - from, 0);

const isSame = (a: readonly Opening[], b: readonly Opening[]): boolean =>
  a.length === b.length && a.every(({ from, to }, index) => from === b[index]?.from && to === b[index]?.to);

/** Openings without the minutes between `from` and `to`. */
const without = (openings: readonly Opening[], from: number, to: number): readonly Opening[] =>
  openings
    .flatMap((one) => [
      { from: one.from, to: Math.min(one.to, Math.max(from, one.from)) },
      { from: Math.max(one.from, Math.min(to, one.to)), to: one.to },
    ])
    .filter((one) => one.from < one.to);

function typeOf(opens: readonly Opening[], usual: readonly Opening[], isSpecial: boolean): DayType {
  if (opens.length === 0) return isSpecial ? "closed" : "off";
  if (!isSpecial || isSame(opens, usual)) return "open";
  const longer = lengthOf(opens) - lengthOf(usual);
  return longer > 0 ? "longer" : longer < 0 ? "shorter" : "moved";
}

/**
 * Returns a function that summarizes civil days of a schedule.
 * @param now ms since the epoch, rounded to the minute: a manual close has no recorded begin and counts from here on
 */
export function summarizeDays(
  { schedule, zone, manualUntil }: CompiledSchedule,
  rulesById: ReadonlyMap<string, Rule>,
  now: number,
): (day: number) => DaySummary {
  const nothing = { opens: [], ruleIds: [] };
  if (zone === null) return (day) => ({ day, type: "error", closedReason: REASON_ERROR, ...nothing });
  const days = scheduleDays(schedule, rulesById);
  const minuteOf = (t: number): number => (t + zone.span(t).offset) / MINUTE_MS;
  const isManual = manualUntil > now;
  const closedFrom = isManual ? minuteOf(now) : Infinity;
  const closedTo = isManual && manualUntil < Infinity ? minuteOf(manualUntil) : manualUntil;
  return (day) => {
    const special = days.special(day);
    const byRules = special?.opens ?? days.opens(day);
    const start = day * DAY_MINUTES;
    const opens = isManual ? without(byRules, closedFrom - start, closedTo - start) : byRules;
    if (lengthOf(opens) < lengthOf(byRules))
      return { day, type: "manual", opens, closedReason: REASON_MANUAL, ruleIds: [] };
    return {
      day,
      type: typeOf(opens, days.usualOpens(day), special !== null),
      opens,
      closedReason: special?.closedReason ?? "",
      ruleIds: special?.ruleIds ?? [],
    };
  };
}
