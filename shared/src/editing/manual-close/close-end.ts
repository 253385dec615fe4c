import { compileSchedule } from "../../evaluator/compile";
import { endOfTodaysHours } from "../../evaluator/end-of-hours";
import type { Rule, Schedule } from "../../model/model";
import { MINUTE_MS } from "../../time/civil";
import { instantOfCivilMinute } from "./civil-time";

/** When a manual close ends, as a person chooses it for one schedule or several. */
export type CloseEnd =
  | { readonly type: "minutes"; readonly minutes: number }
  | { readonly type: "endOfHours" }
  /** A wall-clock time in each schedule's own zone. */
  | { readonly type: "time"; readonly date: string; readonly time: string }
  | { readonly type: "untilReopened" };

export type EndOfClose =
  | { readonly type: "at"; readonly at: number }
  | { readonly type: "never" }
  /** The time is incomplete, or the schedule's zone is unknown. */
  | { readonly type: "missing" }
  | { readonly type: "passed" };

/** @param now ms since the epoch */
export function endOfClose(
  end: CloseEnd,
  schedule: Schedule,
  rulesById: ReadonlyMap<string, Rule>,
  now: number,
): EndOfClose {
  switch (end.type) {
    case "untilReopened":
      return { type: "never" };
    case "minutes":
      // A whole minute, as clocks show it.
      return { type: "at", at: Math.ceil(now / MINUTE_MS + end.minutes) * MINUTE_MS };
    case "endOfHours": {
      const at = endOfTodaysHours(compileSchedule({ ...schedule, manualClose: false }, rulesById), now);
      return at === null ? { type: "missing" } : { type: "at", at };
    }
    case "time": {
      const until = instantOfCivilMinute(schedule.timeZone, end.date, end.time);
      if (until === null) return { type: "missing" };
      const at = Date.parse(until);
      return at <= now ? { type: "passed" } : { type: "at", at };
    }
  }
}
