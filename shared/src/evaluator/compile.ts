import { compileRules } from "./compile-rule";
import { type DayPlan, dayPlan } from "./day-plan";
import { parseInstant } from "../time/instant";
import type { Decision, Rule, Schedule } from "../model/model";
import type { ScheduleProblem } from "../model/problem";
import { type Zone, zoneOf } from "../time/zone";

export { compileRule } from "./compile-rule";

/** A piece of time (ms since the epoch; `to` does not belong to it) with one decision. Its ends need not be changes. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly decision: Decision;
}

/** A schedule made ready to answer. Made by `compileSchedule` only. */
export interface CompiledSchedule {
  readonly schedule: Schedule;
  /**
   * What is wrong with the schedule itself. `zone-unknown`: the answer is closed with the reason `error` (a
   * manual close still closes as such). `until-invalid`: a manual close does not end by itself.
   */
  readonly problem: ScheduleProblem | null;
  /** null: unknown. */
  readonly zone: Zone | null;
  readonly plan: DayPlan;
  /** ms since the epoch until which the manual close lasts; -Infinity: there is none. */
  readonly manualUntil: number;
  /** The piece of time that was asked for last: the only thing that ever changes. */
  last: Segment | null;
}

function manualUntil(schedule: Schedule): number | null {
  if (!schedule.manualClose) return -Infinity;
  const until = schedule.manualCloseUntil;
  return until === undefined || until === "" ? Infinity : parseInstant(until);
}

/**
 * Compiles a schedule. Rule ids that `rulesById` does not know are ignored (validation reports them). Never
 * throws: what is wrong is in `problem`.
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
