import { DAY_MS, MINUTE_MS } from "../../time/civil";
import type { CompiledSchedule } from "../../evaluator/compile";
import type { Decision } from "../../model/model";
import { evaluateCivilMinute, instantOf, type CivilMinute, parseSimulate } from "../../evaluator/simulate";
import { localSpans } from "./local-spans";

/** How often a zone's wall clock shows a reading: a clock change forward skips it, a change back shows it `twice`. */
type Shown = "once" | "skipped" | "twice";

export interface Answer {
  readonly decision: Decision;
  readonly label: CivilMinute;
  /** ms since the epoch; null: the zone is unknown. */
  readonly t: number | null;
  readonly shown: Shown;
}

function shownOf(schedule: CompiledSchedule, { day, minute }: CivilMinute): Shown {
  const local = day * DAY_MS + minute * MINUTE_MS;
  const spans = localSpans(schedule.zone, local - DAY_MS, local + DAY_MS);
  const many = spans.filter(({ from, to }) => local >= from && local < to).length;
  return many === 0 ? "skipped" : many === 1 ? "once" : "twice";
}

/**
 * The answer of a schedule at a reading of its wall clock.
 * @param text `YYYY-MM-DDTHH:mm`, the value of a browser's date and time field
 * @returns null for anything else
 */
export function askCivilMinute(schedule: CompiledSchedule, text: string): Answer | null {
  const label = parseSimulate(text);
  if (label.type !== "label") return null;
  return {
    decision: evaluateCivilMinute(schedule, label),
    label: { day: label.day, minute: label.minute },
    t: instantOf(schedule, label),
    shown: shownOf(schedule, label),
  };
}
