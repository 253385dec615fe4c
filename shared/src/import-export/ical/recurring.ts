import { nextOccurrence } from "../../evaluator/next-occurrence";
import { formatDate } from "../../time/civil";
import { type Draft, timesOfDay } from "./group";
import type { CalendarSegment } from "./segment";
import { type Recurring, shiftRRule } from "./shift-rrule";
import { unionRRule } from "./union-rrule";
import type { WallSegments } from "./wall-segments";

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
function commonSegments(
  { days, start }: Recurring,
  wall: WallSegments,
  { from, to, added }: RecurringOptions,
): readonly CalendarSegment[] | null {
  const first = nextOccurrence(days, Math.max(from, start)) ?? start;
  const { segments, key } = wall.on(first <= to ? first : start);
  for (const day of added) if (day >= from && wall.on(day).key !== key) return null;
  for (let day = nextOccurrence(days, from); day !== null && day <= to;) {
    const { key: other, until } = wall.on(day);
    if (other !== key) return null;
    day = nextOccurrence(days, until + 1);
  }
  return segments;
}

/** One rule: a recurrence, and by how many days its days lie after those of the event. */
interface OneRule {
  readonly text: string;
  readonly start: number;
  readonly segment: CalendarSegment;
  readonly shifts: readonly number[];
}

/**
 * The days of a segment as one rule, otherwise as one rule for each day; null when no recurrence expresses one
 * of them.
 */
function rulesOf(
  recurring: Recurring,
  segment: CalendarSegment,
  { except, added }: RecurringOptions,
): readonly OneRule[] | null {
  const shifts = Array.from({ length: segment.days }, (_, index) => segment.day + index);
  const union = segment.days > 1 ? unionRRule(recurring, segment.day, segment.days) : null;
  // A day that is left out of one run may be one of another.
  const isNear = (day: number): boolean => [...added].some((other) => Math.abs(other - day) < segment.days);
  const meets = [...except].some((day) => union?.overlaps || isNear(day));
  if (union !== null && !meets) return [{ ...union, segment, shifts }];
  const rules: OneRule[] = [];
  for (const by of shifts) {
    const text = shiftRRule(recurring, by);
    if (text === null) return null;
    rules.push({ text, start: recurring.start + by, segment, shifts: [by] });
  }
  return rules;
}

const datesFrom = (days: ReadonlySet<number>, shifts: readonly number[]): string[] =>
  [...new Set([...days].flatMap((day) => shifts.map((by) => day + by)))]
    .sort((a, b) => a - b)
    .map(formatDate);

/** A rule that applies on the days of the recurrence. */
function draft(
  { text, start, segment, shifts }: OneRule,
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
      ...timesOfDay(segment),
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
  wall: WallSegments,
  options: RecurringOptions,
): readonly Draft[] | null {
  const segments = commonSegments(recurring, wall, options);
  if (segments === null) return null;
  const rules: OneRule[] = [];
  for (const segment of segments) {
    const made = rulesOf(recurring, segment, options);
    if (made === null) return null;
    rules.push(...made);
  }
  return rules.map((rule, index) =>
    draft(rule, options, rules.length === 1 ? "" : ` ${index + 1}/${rules.length}`),
  );
}
