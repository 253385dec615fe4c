import type { CompiledSchedule } from "@schedule-manager/shared/evaluator/compile";
import { rangeProblem } from "@schedule-manager/shared/evaluator/range";
import { instantOf, parseSimulate } from "@schedule-manager/shared/evaluator/simulate";
import { DAY_MS } from "@schedule-manager/shared/time/civil";
import { nameFrom } from "../check/ask";
import { Failed } from "../failure";
import type { Request } from "../http/request";

export interface HoursAsk {
  readonly name: string;
  readonly format: "json" | "ics";
  /** ISO 8601; null: today, and a year later. */
  readonly from: string | null;
  readonly to: string | null;
}

const MAX_TIME = 64;
const YEAR_DAYS = 365;

export function hoursAskFrom(request: Request): HoursAsk {
  const format = request.text("format", 8) ?? "";
  if (format !== "" && format !== "json" && format !== "ics")
    throw new Failed("request-invalid", 'Send "format" as json or ics, or leave it out.');
  return {
    name: nameFrom(request),
    format: format || "json",
    // Studio sends an empty parameter as an empty text.
    from: request.text("from", MAX_TIME) || null,
    to: request.text("to", MAX_TIME) || null,
  };
}

/** ms since the epoch. */
function instant(schedule: CompiledSchedule, name: string, text: string): number {
  const at = parseSimulate(text);
  if (at.type === "invalid") throw new Failed("request-invalid", `${name}: ${at.reason}`);
  return at.type === "instant" ? at.t : (instantOf(schedule, at) ?? NaN);
}

/** The start of the schedule's current day, in ms since the epoch. */
function dayStart(schedule: CompiledSchedule, now: number): number {
  const day = Math.floor((now + (schedule.zone?.span(now).offset ?? 0)) / DAY_MS);
  return instantOf(schedule, { day, minute: 0 }) ?? now;
}

/** The requested range in ms since the epoch; by default a year from today on. */
export function rangeFrom(
  ask: HoursAsk,
  schedule: CompiledSchedule,
  now: number,
): [from: number, to: number] {
  const from = ask.from === null ? dayStart(schedule, now) : instant(schedule, "from", ask.from);
  const to = ask.to === null ? from + YEAR_DAYS * DAY_MS : instant(schedule, "to", ask.to);
  const problem = rangeProblem(from, to);
  if (problem === "range-reversed") throw new Failed("request-invalid", '"to" must be after "from".');
  if (problem === "range-too-long") {
    throw new Failed(
      "request-invalid",
      '"from" and "to" are more than a century apart. Choose a shorter range.',
    );
  }
  return [from, to];
}
