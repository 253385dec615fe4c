import { DAY_MINUTES, formatDate, mod, monthOf } from "../../time/civil";
import { occurrences } from "../../evaluator/occurrences";
import type { RuleProblem } from "../../model/problem";
import { compileRecurrence } from "../../recurrence/recurrence";
import { toInstant, wallTime, type Clock } from "./clock";
import { type Draft, timesOfDay } from "./group";
import { type CalendarSegment, calendarSegmentsOf } from "./segment";
import { type Recurring, shiftRRule } from "./shift-rrule";
import { stretchOn, type Times } from "./stretch";
import { untilInstant, withUntil } from "./until";

/** The last day of an event's own clock whose start is not after UNTIL. */
function lastDay(text: string, times: Times): number | null {
  const until = untilInstant(text);
  if (until === null) return null;
  if (times.wholeDays) {
    // Programs write the end of the last day, or its midnight where the calendar is at home.
    const { day, second } = wallTime({ name: "UTC", offset: () => 0 }, until);
    if (second === 0 || second === DAY_MINUTES * 60 - 1) return day;
    return wallTime(times.clock, until).day;
  }
  const { day } = wallTime(times.clock, until);
  return toInstant(times.clock, { day, second: times.start.second }) <= until ? day : day - 1;
}

/** Takes an RRULE as text; a refused one comes back with the reason. Nothing here can loop: our own engine reads it. */
export function readRecurrence(
  rrule: string,
  times: Times,
):
  | { readonly ok: true; readonly recurring: Recurring }
  | { readonly ok: false; readonly problem: RuleProblem } {
  const start = times.start.day;
  const bare = rrule.replace(/^RRULE:/i, "");
  const last = lastDay(bare, times);
  const text = last === null ? bare : withUntil(bare, last);
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

export interface RecurringOptions {
  readonly name: string;
  readonly identity: string;
  /** Days of the event's clock that belong to it or not, beside the recurrence. */
  readonly added: ReadonlySet<number>;
  readonly except: ReadonlySet<number>;
  /** Civil day numbers between which days are compared and, where need be, written out. */
  readonly from: number;
  readonly to: number;
}

/** Pieces relative to the day of the occurrence; null: they are not the same for all occurrences. */
function commonPieces(
  recurring: Recurring,
  times: Times,
  target: Clock,
  { from, to, added }: RecurringOptions,
): readonly CalendarSegment[] | null {
  const relative = (day: number): CalendarSegment[] =>
    calendarSegmentsOf(stretchOn(times, day, target)).map((piece) => ({ ...piece, day: piece.day - day }));
  const first = relative(recurring.start);
  if (times.clock.name === target.name) return first;
  const known = JSON.stringify(first);
  const differs = (day: number): boolean => JSON.stringify(relative(day)) !== known;
  for (const day of added) if (differs(day)) return null;
  for (let day = recurring.days.next(from); day !== null && day <= to; day = recurring.days.next(day + 1))
    if (differs(day)) return null;
  return first;
}

/** Several days of one month in a row, every year: one recurrence says them all. */
function yearlyRun(recurring: Recurring, days: number, by: number): string | null {
  const { parts, start } = recurring;
  const shifted = shiftRRule(recurring, by);
  const last = shiftRRule(recurring, by + days - 1);
  const form = /^(FREQ=YEARLY(?:;INTERVAL=\d+)?)(?:;UNTIL=\d{8})?;BYMONTH=(\d+);BYMONTHDAY=(\d+)$/;
  const month = mod(monthOf(start), 12) + 1;
  const [one, other] = [by === 0 ? null : form.exec(shifted ?? ""), form.exec(last ?? "")];
  if (other === null || parts.count !== null || parts.interval > 1) return null;
  const lastDate = Number(other[3]);
  const firstMonth = one === null ? month : Number(one[2]);
  if (Number(other[2]) !== firstMonth || lastDate < days || (by !== 0 && one === null)) return null;
  const dates = Array.from({ length: days }, (_, index) => lastDate - days + 1 + index);
  const until = parts.until === null ? "" : /;UNTIL=\d{8}/.exec(last ?? "")?.[0];
  return `FREQ=YEARLY${until};BYMONTH=${firstMonth};BYMONTHDAY=${dates.join(",")}`;
}

const datesFrom = (days: ReadonlySet<number>, shifts: readonly number[]): string[] =>
  [...new Set([...days].flatMap((day) => shifts.map((by) => day + by)))]
    .sort((a, b) => a - b)
    .map(formatDate);

/** One rule that applies on the days of the recurrence, each moved by `shifts`. */
function draft(
  { start }: Recurring,
  text: string,
  piece: CalendarSegment,
  shifts: readonly number[],
  { added, except, name, identity }: RecurringOptions,
  suffix: string,
): Draft {
  const dates = datesFrom(added, shifts);
  const exceptDates = datesFrom(except, shifts);
  return {
    name: `${name}${suffix}`,
    identity: `${identity}${suffix}`,
    when: {
      dateRRule: `RRULE:${text}`,
      startDate: formatDate(start + Math.min(...shifts)),
      ...timesOfDay(piece),
      ...(dates.length === 0 ? {} : { dates }),
      ...(exceptDates.length === 0 ? {} : { exceptDates }),
    },
  };
}

/**
 * The rules of a recurring event that go on recurring; null where its days have to be written out, because another
 * zone's clock differs now by more, now by less, or no recurrence names the days after the first.
 */
export function recurringDrafts(
  recurring: Recurring,
  times: Times,
  target: Clock,
  options: RecurringOptions,
): readonly Draft[] | null {
  const pieces = commonPieces(recurring, times, target, options);
  if (pieces === null) return null;
  const rules: { text: string; piece: CalendarSegment; shifts: readonly number[] }[] = [];
  for (const piece of pieces) {
    const shifts = Array.from({ length: piece.days }, (_, index) => piece.day + index);
    const run = piece.days > 1 ? yearlyRun(recurring, piece.days, piece.day) : null;
    if (run !== null) {
      rules.push({ text: run, piece, shifts });
      continue;
    }
    for (const by of shifts) {
      const shifted = shiftRRule(recurring, by);
      if (shifted === null) return null;
      rules.push({ text: shifted, piece, shifts: [by] });
    }
  }
  return rules.map((rule, index) =>
    draft(
      recurring,
      rule.text,
      rule.piece,
      rule.shifts,
      options,
      rules.length === 1 ? "" : ` ${index + 1}/${rules.length}`,
    ),
  );
}
