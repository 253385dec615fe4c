import { compileRules } from "./compile-rule";
import { type DayPlan, dayPlan } from "./day-plan";
import { parseInstant } from "../time/instant";
import type { Decision, Rule, Schedule } from "../model/model";
import type { ScheduleProblem } from "../model/problem";
import { type Zone, zoneOf } from "../time/zone";

/** A stretch of time (ms since the epoch, `to` exclusive) with one decision. Its ends need not be changes. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly decision: Decision;
}

/** A schedule prepared for evaluation. Created only by `compileSchedule`. */
export interface CompiledSchedule {
  readonly schedule: Schedule;
  /**
   * Problem of the schedule itself. `zone-unknown`: the answer is closed with the reason `error` (a manual close
   * still applies). `until-invalid`: a manual close has no automatic end.
   */
  readonly problem: ScheduleProblem | null;
  /** null: unknown. */
  readonly zone: Zone | null;
  readonly plan: DayPlan;
  /** End of the manual close, ms since the epoch; -Infinity: not closed manually. */
  readonly manualUntil: number;
  /** The segment of the last evaluation, a one-entry cache: the only mutable field. */
  last: Segment | null;
}

function manualUntil(schedule: Schedule): number | null {
  if (!schedule.manualClose) return -Infinity;
  return schedule.manualCloseUntil ? parseInstant(schedule.manualCloseUntil) : Infinity;
}

/**
 * Compiles a schedule. Ignores rule ids missing from `rulesById`; validation reports them. Never throws:
 * `problem` holds the reason.
 */
export function compileSchedule(schedule: Schedule, rulesById: ReadonlyMap<string, Rule>): CompiledSchedule {
  const rules = schedule.rules.flatMap((id) => rulesById.get(id) ?? []);
  const compiled = compileRules(rules, rulesById);
  const zone = zoneOf(schedule.timeZone);
  const until = manualUntil(schedule);
  const problem: ScheduleProblem | null =
    zone === null
      ? { code: "zone-unknown", field: "timeZone", value: schedule.timeZone }
      : until === null
        ? { code: "until-invalid", field: "manualCloseUntil", value: schedule.manualCloseUntil ?? "" }
        : null;
  return {
    schedule,
    problem,
    zone,
    plan: dayPlan(rules.flatMap((rule) => compiled.get(rule) ?? [])),
    manualUntil: until ?? Infinity,
    last: null,
  };
}
