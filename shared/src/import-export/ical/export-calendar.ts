import { compileSchedule } from "../../evaluator/compile";
import type { Decision, Interval, Rule, Schedule } from "../../model/model";
import { sameStatus } from "../../evaluator/next-change";
import { intervalBegin, timeline, timelineByRule } from "../../evaluator/timeline";
import { calendarFile } from "./calendar-file";
import { ianaClock, wallTime } from "./clock";
import { escapeText, writeDate, writeInstant } from "./write-lines";

export interface ExportOptions {
  /** `closures`: closures by rules or by hand, not the time outside open hours. */
  readonly what: "openings" | "closures";
  /** ms since the epoch; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Time of the export (DTSTAMP), ms since the epoch. */
  readonly now: number;
}

const isClosure = ({ isOpen, ruleId, closedReason }: Interval): boolean =>
  !isOpen && (ruleId !== null || closedReason === "manual");

/**
 * Exports whole days of the schedule's zone as dates, everything else as instants, which do not depend on the
 * reader's zone data.
 */
function times({ from, to }: Interval, timeZone: string): string[] {
  const clock = ianaClock(timeZone);
  const [start, end] = clock === null ? [] : [wallTime(clock, from), wallTime(clock, to)];
  return start?.second === 0 && end?.second === 0
    ? [`DTSTART;VALUE=DATE:${writeDate(start.day)}`, `DTEND;VALUE=DATE:${writeDate(end.day)}`]
    : [`DTSTART:${writeInstant(from)}`, `DTEND:${writeInstant(to)}`];
}

/**
 * A schedule's openings or closures in a range as an iCalendar file (RFC 5545). The same opening has the same UID
 * in each export, so that programs update it instead of adding another. null: there is none in the range, and a
 * calendar without any event is not valid.
 */
export function exportCalendar(
  schedule: Schedule,
  rulesById: ReadonlyMap<string, Rule>,
  { what, from, to, now }: ExportOptions,
): string | null {
  const compiled = compileSchedule(schedule, rulesById);
  const isSame = (a: Decision, b: Decision): boolean =>
    sameStatus(a, b) && (what === "openings" || a.ruleId === b.ruleId);
  const intervals =
    what === "openings"
      ? timeline(compiled, from, to).filter(({ isOpen }) => isOpen)
      : timelineByRule(compiled, from, to).filter(isClosure);
  const summary = (interval: Interval): string =>
    what === "openings" ? schedule.name : rulesById.get(interval.ruleId ?? "")?.name || interval.closedReason;
  // Only what is cut by the range's start begins before it.
  const begin = (interval: Interval): string => {
    const at = interval.from > from ? interval.from : intervalBegin(compiled, from, isSame);
    return at === null ? "always" : writeInstant(at);
  };
  const event = (interval: Interval): string[] => [
    "BEGIN:VEVENT",
    `UID:${schedule.id}.${what}.${begin(interval)}@flex-schedule-manager`,
    `DTSTAMP:${writeInstant(now)}`,
    ...times(interval, schedule.timeZone),
    `SUMMARY:${escapeText(summary(interval))}`,
    ...(interval.isOpen ? [] : [`DESCRIPTION:${escapeText(interval.closedReason)}`]),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
  if (intervals.length === 0) return null;
  return calendarFile(schedule, intervals.flatMap(event));
}
