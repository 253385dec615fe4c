import { formatDate } from "../../time/civil";
import { type Draft, timesOfDay } from "./group";
import type { CalendarSegment } from "./segment";
import { type Recurring, shiftRRule } from "./shift-rrule";
import { unionRRule } from "./union-rrule";
import type { WallPieces } from "./wall-pieces";

export interface RecurringOptions {
  readonly name: string;
  readonly identity: string;
  /** Days of the event's clock that are added or excluded, beside the recurrence. */
  readonly added: ReadonlySet<number>;
  readonly except: ReadonlySet<number>;
  /** Civil day numbers between which days are compared and, where need be, written out. */
  readonly from: number;
  readonly to: number;
}

/** Pieces relative to the day of the occurrence; null: they are not the same for all occurrences. */
function commonPieces(
  { days, start }: Recurring,
  wall: WallPieces,
  { from, to, added }: RecurringOptions,
): readonly CalendarSegment[] | null {
  const first = days.next(Math.max(from, start)) ?? start;
  const { pieces, key } = wall.on(first <= to ? first : start);
  for (const day of added) if (day >= from && wall.on(day).key !== key) return null;
  for (let day = days.next(from); day !== null && day <= to;) {
    const { key: other, until } = wall.on(day);
    if (other !== key) return null;
    day = days.next(until + 1);
  }
  return pieces;
}

/** One rule: a recurrence, and by how many days its days lie after those of the event. */
interface OneRule {
  readonly text: string;
  readonly start: number;
  readonly piece: CalendarSegment;
  readonly shifts: readonly number[];
}

/**
 * The days of a segment as one rule, otherwise as one rule for each day; null when no recurrence expresses one
 * of them.
 */
function rulesOf(
  recurring: Recurring,
  piece: CalendarSegment,
  { except, added }: RecurringOptions,
): readonly OneRule[] | null {
  const shifts = Array.from({ length: piece.days }, (_, index) => piece.day + index);
  const union = piece.days > 1 ? unionRRule(recurring, piece.day, piece.days) : null;
  // A day that is left out of one run may be one of another.
  const isNear = (day: number): boolean => [...added].some((other) => Math.abs(other - day) < piece.days);
  const meets = [...except].some((day) => union?.overlaps || isNear(day));
  if (union !== null && !meets) return [{ ...union, piece, shifts }];
  const rules: OneRule[] = [];
  for (const by of shifts) {
    const text = shiftRRule(recurring, by);
    if (text === null) return null;
    rules.push({ text, start: recurring.start + by, piece, shifts: [by] });
  }
  return rules;
}

const datesFrom = (days: ReadonlySet<number>, shifts: readonly number[]): string[] =>
  [...new Set([...days].flatMap((day) => shifts.map((by) => day + by)))]
    .sort((a, b) => a - b)
    .map(formatDate);

/** A rule that applies on the days of the recurrence. */
function draft(
  { text, start, piece, shifts }: OneRule,
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
      startDate: formatDate(start),
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
  wall: WallPieces,
  options: RecurringOptions,
): readonly Draft[] | null {
  const pieces = commonPieces(recurring, wall, options);
  if (pieces === null) return null;
  const rules: OneRule[] = [];
  for (const piece of pieces) {
    const made = rulesOf(recurring, piece, options);
    if (made === null) return null;
    rules.push(...made);
  }
  return rules.map((rule, index) =>
    draft(rule, options, rules.length === 1 ? "" : ` ${index + 1}/${rules.length}`),
  );
}
