/**
 * The Gregorian calendar in whole numbers. A civil day number counts days from 1970-01-01 (= 0); a month
 * number counts months from January of year 0 (`year * 12 + month`, month 0 to 11); weekdays run from
 * Monday = 0 to Sunday = 6; a minute of day runs from 0 to 1439.
 */
export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1440;
/** The calendar repeats exactly after this many years, which are whole weeks. */
export const CYCLE_YEARS = 400;
/** The last year of the format `YYYY-MM-DD`. */
export const LAST_YEAR = 9999;

/** The non-negative remainder. */
export const mod = (a: number, n: number): number => ((a % n) + n) % n;

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Day number of 1 January. */
export const yearStart = (year: number): number => {
  const y = year - 1;
  return year * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) - 719_527;
};

const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Days of a year before the first of a month (0 to 12). */
export const daysBefore = (leap: boolean, month: number): number =>
  (BEFORE_MONTH[month] ?? 0) + (leap && month > 1 ? 1 : 0);

/** Day number of the first of a month number. */
export const monthStart = (month: number): number => {
  const year = Math.floor(month / 12);
  return yearStart(year) + daysBefore(isLeap(year), month - year * 12);
};

/** 0 = Monday. */
export const weekday = (day: number): number => mod(day + 3, 7);

let cachedMonth = 0;
let cachedStart = 1;
let cachedEnd = 0;

/** The month number of a day. */
export function monthOf(day: number): number {
  // Consecutive calls usually concern the same month.
  if (day >= cachedStart && day < cachedEnd) return cachedMonth;
  let year = Math.floor((day + 719_528) / 365.2425);
  if (yearStart(year) > day) year -= 1;
  else if (yearStart(year + 1) <= day) year += 1;
  const rest = day - yearStart(year);
  const leap = isLeap(year);
  let month = Math.min(11, Math.floor(rest / 29));
  while (daysBefore(leap, month) > rest) month -= 1;
  cachedMonth = year * 12 + month;
  cachedStart = day - rest + daysBefore(leap, month);
  cachedEnd = day - rest + daysBefore(leap, month + 1);
  return cachedMonth;
}

/** The year of a day. */
export const yearOf = (day: number): number => Math.floor(monthOf(day) / 12);

/** Day number of a civil date (month 1 to 12); null for a day that does not exist. */
export function dayOf(year: number, month: number, date: number): number | null {
  if (!(month >= 1 && month <= 12 && date >= 1)) return null;
  const first = year * 12 + month - 1;
  const day = monthStart(first) + date - 1;
  return day < monthStart(first + 1) ? day : null;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Parses `YYYY-MM-DD` to a day number; null for anything else and for days that do not exist. */
export function parseDate(text: string): number | null {
  const found = DATE.exec(text);
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/** Formats a day number as `YYYY-MM-DD` (years beyond 9999 or before 0 in ISO 8601's expanded form). */
export const formatDate = (day: number): string => {
  const month = monthOf(day);
  const year = Math.floor(month / 12);
  const digits = String(Math.abs(year)).padStart(year < 0 || year > 9999 ? 6 : 4, "0");
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${sign}${digits}-${two(month - year * 12 + 1)}-${two(day - monthStart(month) + 1)}`;
};

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Parses `HH:mm`, 00:00 to 23:59, to a minute of day; null for anything else. */
export function parseTime(text: string): number | null {
  const found = TIME.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}
