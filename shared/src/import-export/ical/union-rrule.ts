import { nextOccurrence } from "../../evaluator/next-occurrence";
import { mod, monthOf, monthStart, yearStart } from "../../time/civil";
import { WEEKDAYS } from "../../model/model";
import { lastOccurrence, recurringBetween } from "./read-recurrence";
import { monthLength, type Recurring } from "./shift-rrule";
import { formatUntil } from "./until";

const WEEK = 7;
const FEBRUARY = 1;

const range = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);
const bitsOf = (mask: number, size: number): number[] => range(0, size).filter((bit) => mask & (1 << bit));

/** The parts of a weekly recurrence, or null. A week begins with the first day of a run, so that no run is cut. */
function weekly({ parts, start }: Recurring, by: number, days: number): readonly string[] | null {
  if (parts.months !== 0 || parts.setPositions.length > 0) return null;
  const positions = bitsOf(parts.weekdays, WEEK).map((weekday) => mod(weekday - parts.weekStart, WEEK));
  const first = Math.min(...positions);
  const reach = Math.max(...positions) - first + days;
  if (reach > WEEK && parts.interval > 1) return null;
  if (!Number.isFinite(first) || mod(start + 3 - parts.weekStart, WEEK) < first) return null;
  const named = new Set(
    positions.flatMap((position) =>
      range(0, Math.min(WEEK, days)).map((add) => mod(parts.weekStart + position + by + add, WEEK)),
    ),
  );
  if (named.size === WEEK && parts.interval === 1) return ["FREQ=DAILY"];
  return [
    "FREQ=WEEKLY",
    ...(parts.interval === 1 ? [] : [`INTERVAL=${parts.interval}`]),
    `BYDAY=${[...named]
      .sort((a, b) => a - b)
      .map((weekday) => WEEKDAYS[weekday])
      .join(",")}`,
    ...(parts.interval === 1 ? [] : [`WKST=${WEEKDAYS[mod(parts.weekStart + first + by, WEEK)]}`]),
  ];
}

/** Runs of n days or more, every n days, are every day. */
const daily = ({ parts }: Recurring, days: number): readonly string[] | null =>
  parts.months === 0 && parts.weekdays === 0 && parts.monthDays.length === 0 && days >= parts.interval
    ? ["FREQ=DAILY"]
    : null;

/** Days of the month whose runs end in the same month; negative days count from its end. */
function inMonth({ parts, start }: Recurring, by: number, days: number): readonly string[] | null {
  const given = parts.monthDays.length > 0 ? parts.monthDays : [start - monthStart(monthOf(start)) + 1];
  const named = [...new Set(given.flatMap((day) => range(day + by, days)))];
  const months = bitsOf(parts.months, 12);
  const last = Math.min(...(months.length > 0 ? months : [FEBRUARY]).map(monthLength));
  const positive = given.every((day) => day > 0) && named.every((day) => day > 0 && day <= last);
  const negative = given.every((day) => day < 0) && named.every((day) => day < 0 && -day <= last);
  if (!positive && !negative) return null;
  return [
    `FREQ=${parts.freq}`,
    ...(parts.interval === 1 ? [] : [`INTERVAL=${parts.interval}`]),
    ...(months.length > 0 ? [`BYMONTH=${months.map((month) => month + 1).join(",")}`] : []),
    `BYMONTHDAY=${named.join(",")}`,
  ];
}

/** A date and the days after it, also over the end of a month or year, as days from the year's start or end. */
function inYear({ parts }: Recurring, by: number, days: number): readonly string[] | null {
  const [month, ...moreMonths] = bitsOf(parts.months, 12);
  const [date, ...moreDates] = parts.monthDays;
  if (month === undefined || date === undefined || moreMonths.length + moreDates.length > 0) return null;
  if (parts.interval > 1 || date < 1 || date > monthLength(month)) return null;
  // 2001 is not a leap year.
  const at = monthStart(2001 * 12 + month) + date - 1 - yearStart(2001);
  const length = 365;
  // From March on, the distance to the year's end is constant; before, the distance from its start is.
  const fromEnd = month > FEBRUARY;
  const named = range(at + by, days).map((day) =>
    fromEnd ? (day < length ? day - length : day - length + 1) : day >= 0 ? day + 1 : day,
  );
  // 29 February can be between the date and its first day.
  const crosses = fromEnd ? at + by < monthStart(2001 * 12 + 2) - yearStart(2001) : at + by < -length / 2;
  return crosses || days > length / 2 ? null : ["FREQ=YEARLY", `BYYEARDAY=${named.join(",")}`];
}

function partsOf(recurring: Recurring, by: number, days: number): readonly string[] | null {
  const { parts } = recurring;
  if (parts.yearDays.length + parts.weekNumbers.length + parts.setPositions.length > 0) return null;
  if (parts.nthWeekdays.length > 0) return null;
  if (parts.freq === "WEEKLY") return weekly(recurring, by, days);
  if (parts.freq === "DAILY") return daily(recurring, days);
  if (parts.weekdays !== 0) return null;
  return inMonth(recurring, by, days) ?? (parts.freq === "YEARLY" ? inYear(recurring, by, days) : null);
}

/** A recurrence with several days for each day of another, and its start. */
export interface Union {
  readonly text: string;
  readonly start: number;
  /** Whether a day can be in several runs. */
  readonly overlaps: boolean;
}

/**
 * Returns one recurrence that has, for every day of the given one, the `days` days from `by` days later on. null:
 * none has these days.
 */
export function unionRRule(recurring: Recurring, by: number, days: number): Union | null {
  const first = nextOccurrence(recurring.days, recurring.start);
  if (first === null) return null;
  const own = first === recurring.start ? recurring : recurringBetween(recurring, first, Infinity);
  const parts = own && partsOf(own, by, days);
  if (own === null || parts === null) return null;
  const last = lastOccurrence(own);
  const until = last === null ? [] : [`UNTIL=${formatUntil(last + by + days - 1)}`];
  const [freq = "", ...rest] = parts;
  const second = nextOccurrence(own.days, first + 1) ?? Infinity;
  return {
    text: [freq, ...until, ...rest].join(";"),
    start: first + by,
    overlaps: second < first + days || own.parts.monthDays.length > 1 || own.parts.weekdays !== 0,
  };
}
