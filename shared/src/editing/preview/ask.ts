import { DAY_MS, MINUTE_MS } from "../../time/civil";
import type { CompiledSchedule } from "../../evaluator/compile";
import type { Decision } from "../../model/model";
import { evaluateCivilMinute, instantOf, type CivilMinute, parseSimulate } from "../../evaluator/simulate";
import { localSpans } from "./local-spans";

/** How often a zone's wall clock shows a label: `skipped` where clocks go forward, `twice` where they go back. */
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
 * What a schedule would say when its wall clock shows a date and time.
 * @param text `YYYY-MM-DDTHH:mm`, as a date and time field of a browser gives it
 * @returns null for what is no date and time
 */
export function askCivilMinute(schedule: CompiledSchedule, text: string): Answer | null {
  const label = parseSimulate(text);
  if (label.kind !== "label") return null;
  return {
    decision: evaluateCivilMinute(schedule, label),
    label: { day: label.day, minute: label.minute },
    t: instantOf(schedule, label),
    shown: shownOf(schedule, label),
  };
}
