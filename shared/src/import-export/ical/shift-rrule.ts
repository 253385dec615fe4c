import { mod, monthOf, monthStart } from "../../time/civil";
import type { Occurrences } from "../../evaluator/occurrences";
import type { Parts } from "../../recurrence/parts";
import { WEEKDAYS } from "../../model/model";
import { formatUntil } from "./until";

/** A recurrence that our engine accepts, in days of the event's own clock. */
export interface Recurring {
  readonly text: string;
  readonly parts: Parts;
  /** Civil day number of DTSTART. */
  readonly start: number;
  readonly days: Occurrences;
}

/** The parts that select days, as text; `null`: a shift by days moves them differently each time. */
type DayParts = readonly string[] | null;

const FEBRUARY = 1;
/** The number of days that a month (0 to 11) has in every year. */
export const monthLength = (month: number): number =>
  monthStart(2001 * 12 + month + 1) - monthStart(2001 * 12 + month);
const FEBRUARY_DAYS = monthLength(FEBRUARY);

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const bitsOf = (mask: number, size: number): number[] =>
  range(0, size - 1).filter((bit) => mask & (1 << bit));
const weekdayNames = (mask: number, by: number): string =>
  bitsOf(mask, 7)
    .map((weekday) => mod(weekday + by, 7))
    .sort((a, b) => a - b)
    .map((weekday) => WEEKDAYS[weekday])
    .join(",");
const monthNames = (mask: number): string[] =>
  mask === 0
    ? []
    : [
        `BYMONTH=${bitsOf(mask, 12)
          .map((month) => month + 1)
          .join(",")}`,
      ];

/** Whether each of the months (bit 0 = January; 0: any) has the day. */
const lastCommonDay = (months: number): number =>
  months === 0 ? FEBRUARY_DAYS : Math.min(...bitsOf(months, 12).map(monthLength));

/** Shifts days of the month within every month; negative days count from its end. */
function monthDays(days: readonly number[], by: number, months: number): string | null {
  const moved = days.map((day) => day + by);
  const inEveryMonth = [...days, ...moved].every(
    (day) => day !== 0 && Math.abs(day) <= lastCommonDay(months),
  );
  const sameSide = moved.every((day, index) => day > 0 === (days[index] ?? 0) > 0);
  return inEveryMonth && sameSide ? `BYMONTHDAY=${moved.join(",")}` : null;
}

/** "The day after the fourth Thursday" is the Friday from the 23rd to the 29th. */
function nthWeekday({ nthWeekdays: [only, ...rest], weekdays, months }: Parts, by: number): DayParts {
  if (only === undefined || rest.length > 0 || weekdays !== 0 || only.nth < 1) return null;
  const last = 7 * only.nth + by;
  if (last > lastCommonDay(months) || last < 7) return null;
  return [`BYDAY=${WEEKDAYS[mod(only.weekday + by, 7)]}`, `BYMONTHDAY=${range(last - 6, last).join(",")}`];
}

/** Shifts one day of one month, such as 31 December, also over the end of a month whose length never changes. */
function oneDay(month: number, day: number, by: number): DayParts {
  if (day > monthLength(month)) return null;
  let [m, d] = [month, day + by];
  if (d < 1) d += monthLength((m = mod(m - 1, 12)));
  else if (d > monthLength(m) && m !== FEBRUARY) {
    d -= monthLength(m);
    m = mod(m + 1, 12);
  }
  const crossedFebruary = m === FEBRUARY && (d < 1 || d > FEBRUARY_DAYS || (m !== month && by < 0));
  return d < 1 || d > monthLength(m) || crossedFebruary ? null : [`BYMONTH=${m + 1}`, `BYMONTHDAY=${d}`];
}

function dayParts(parts: Parts, start: number, by: number): DayParts {
  const { freq, months, weekdays, nthWeekdays } = parts;
  const first = monthOf(start);
  const positions = parts.monthDays.length > 0 ? parts.monthDays : [start - monthStart(first) + 1];
  if (parts.yearDays.length + parts.weekNumbers.length + parts.setPositions.length > 0) return null;
  if (freq === "DAILY" || freq === "WEEKLY") {
    if (months !== 0 || parts.monthDays.length > 0 || nthWeekdays.length > 0) return null;
    return weekdays === 0 ? [] : [`BYDAY=${weekdayNames(weekdays, by)}`];
  }
  if (nthWeekdays.length > 0) {
    // Without a month, a number counts within the year.
    if (parts.monthDays.length > 0 || (freq === "YEARLY" && months === 0)) return null;
    const moved = nthWeekday(parts, by);
    return moved && [...monthNames(months), ...moved];
  }
  if (weekdays !== 0) return null;
  const month = months === 0 ? mod(first, 12) : 31 - Math.clz32(months & -months);
  const single = bitsOf(months, 12).length === 1 || (months === 0 && parts.monthDays.length === 0);
  const [only] = positions;
  if (freq === "YEARLY" && single && positions.length === 1 && only !== undefined && only > 0)
    return oneDay(month, only, by);
  const moved = monthDays(positions, by, months);
  return moved === null ? null : [...monthNames(months), moved];
}

/**
 * Shifts every day of a recurrence by `by` days, and its start date too. null: no recurrence has the shifted
 * days.
 */
export function shiftRRule({ text, parts, start, days: occurrences }: Recurring, by: number): string | null {
  if (by === 0) return text;
  // Months and years count from the start's, and the shifted start can be in another one than the first day.
  const countsMonths = parts.freq === "MONTHLY" || parts.freq === "YEARLY";
  if (countsMonths && parts.interval > 1 && !occurrences.has(start)) return null;
  const days = dayParts(parts, start, by);
  if (days === null) return null;
  return [
    `FREQ=${parts.freq}`,
    ...(parts.interval === 1 ? [] : [`INTERVAL=${parts.interval}`]),
    ...(parts.count === null ? [] : [`COUNT=${parts.count}`]),
    ...(parts.until === null ? [] : [`UNTIL=${formatUntil(parts.until + by)}`]),
    ...days,
    // The start of the week shifts as well; otherwise every second week would be another one.
    ...(parts.freq === "WEEKLY" && parts.interval > 1
      ? [`WKST=${WEEKDAYS[mod(parts.weekStart + by, 7)]}`]
      : []),
  ].join(";");
}
