import { nextOccurrence } from "../../evaluator/next-occurrence";
import { DAY_MINUTES } from "../../time/civil";
import { occurrences } from "../../evaluator/occurrences";
import type { RuleProblem } from "../../model/problem";
import { compileRecurrence } from "../../recurrence/recurrence";
import { toInstant, UTC, wallTime } from "./clock";
import type { Recurring } from "./shift-rrule";
import type { Times } from "./stretch";
import { untilInstant, withUntil } from "./until";

type ReadRecurrence =
  | { readonly ok: true; readonly recurring: Recurring }
  | { readonly ok: false; readonly problem: RuleProblem };

/** @param start civil day number of DTSTART */
function compile(text: string, start: number): ReadRecurrence {
  const compiled = compileRecurrence(text, start);
  if (!compiled.ok) return compiled;
  const days = occurrences(compiled.recurrence, {
    from: start,
    to: Infinity,
    dates: new Set(),
    exceptDates: new Set(),
    every: false,
  });
  return { ok: true, recurring: { text, parts: compiled.recurrence.parts, start, days } };
}

const LAST_SECOND = DAY_MINUTES * 60 - 1;

/** The last day of whole ones that an UNTIL in UTC names: the day that the schedule's clock shows then. */
function lastWholeDay(text: string, times: Times, until: number): number {
  const utc = wallTime(UTC, until);
  // Programs write the end of a day without converting it to a zone.
  if (utc.second === LAST_SECOND) return utc.day;
  const { day } = wallTime(times.clock, until);
  if (utc.second > 0 || utc.day === day) return day;
  // Or the midnight of a date; then that date is one of the series', and the day before is none.
  const read = compile(withUntil(text, Math.max(day, utc.day)), times.start.day);
  return read.ok && read.recurring.days.has(utc.day) && !read.recurring.days.has(day) ? utc.day : day;
}

/** The last day of the event's own clock whose start is not after UNTIL. */
function lastDay(text: string, times: Times): number | null {
  const until = untilInstant(text);
  if (until === null) return null;
  if (times.wholeDays) return lastWholeDay(text, times, until);
  const { day } = wallTime(times.clock, until);
  return toInstant(times.clock, { day, second: times.start.second }) <= until ? day : day - 1;
}

/** Parses an RRULE; a refused one returns the reason. Our own engine parses it, so no input can hang. */
export function readRecurrence(text: string, times: Times): ReadRecurrence {
  const last = lastDay(text, times);
  return compile(last === null ? text : withUntil(text, last), times.start.day);
}

/** The end of the year 9999, where searches stop. */
const LAST_DAY = 2_932_896;

/** The last day of a finite recurrence; null: infinite. */
export function lastOccurrence({ days, parts, start }: Recurring): number | null {
  if (parts.until === null && parts.count === null) return null;
  let [low, high] = [start, Math.min(LAST_DAY, parts.until ?? LAST_DAY)];
  if (nextOccurrence(days, high) !== null && high === LAST_DAY) return null;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const next = nextOccurrence(days, middle);
    if (next === null) high = middle - 1;
    else low = next;
  }
  return low;
}

const withoutEnd = (text: string): string =>
  text
    .split(";")
    .filter((part) => !/^(UNTIL|COUNT)=/i.test(part))
    .join(";");

/**
 * A recurrence between two days, as one of its own. Its parts that come from DTSTART come from its first day now, which
 * says the same, since it is one of the recurrence's. null: it has no day there.
 * @param from -Infinity: as it begins
 * @param to Infinity: as it ends
 */
export function recurringBetween(recurring: Recurring, from: number, to: number): Recurring | null {
  const { start, days, text } = recurring;
  const first = nextOccurrence(days, Math.max(start, from));
  if (first === null || first > to) return null;
  if (from <= start && to === Infinity) return recurring;
  const last = Math.min(to, lastOccurrence(recurring) ?? Infinity);
  const endless = withoutEnd(text);
  const read = compile(last === Infinity ? endless : withUntil(endless, last), from <= start ? start : first);
  return read.ok ? read.recurring : null;
}
