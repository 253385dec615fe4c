/**
 * A naive reading of RFC 5545 3.3.10: decides each day separately, through Date, without any of the
 * implementation's shortcuts.
 */
import type { Parts } from "@schedule-manager/shared/recurrence/parts";

const DAY_MS = 86_400_000;

interface Civil {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
  /** 0 = Monday. */
  readonly weekday: number;
}

function civil(day: number): Civil {
  const date = new Date(day * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
  };
}

const dayNumber = (year: number, month: number, date: number): number => {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  return Math.round(moment.getTime() / DAY_MS);
};

/** 1 for the first and -1 for the last of the counted days. */
const counts = (wanted: readonly number[], before: number, after: number): boolean =>
  wanted.includes(before + 1) || wanted.includes(-after - 1);

/** The week-numbering year of a day, with the number of its weeks before and after the day's. */
function weekOf(day: number, weekStart: number): { year: number; before: number; after: number } {
  const startOfWeek = day - ((civil(day).weekday - weekStart + 7) % 7);
  // A week belongs to the year with most of its days, which contains its fourth day.
  const { year } = civil(startOfWeek + 3);
  const weeksFrom = (from: number, step: number): number => {
    let weeks = 0;
    for (let week = from + step; civil(week + 3).year === year; week += step) weeks += 1;
    return weeks;
  };
  return { year, before: weeksFrom(startOfWeek, -7), after: weeksFrom(startOfWeek, 7) };
}

function passes(parts: Parts, day: number): boolean {
  const { year, month, date, weekday } = civil(day);
  const daysOfMonth = dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
  const ofYear = day - dayNumber(year, 1, 1);
  const daysOfYear = dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1);
  if (parts.months !== 0 && !(parts.months & (1 << (month - 1)))) return false;
  if (parts.monthDays.length > 0 && !counts(parts.monthDays, date - 1, daysOfMonth - date)) return false;
  if (parts.yearDays.length > 0 && !counts(parts.yearDays, ofYear, daysOfYear - 1 - ofYear)) return false;
  if (parts.weekNumbers.length > 0) {
    const week = weekOf(day, parts.weekStart);
    if (!counts(parts.weekNumbers, week.before, week.after)) return false;
  }
  if (parts.weekdays === 0 && parts.nthWeekdays.length === 0) return true;
  if (parts.weekdays & (1 << weekday)) return true;
  const inYear = parts.freq === "YEARLY" && parts.months === 0;
  const [before, after] = inYear ? [ofYear, daysOfYear - 1 - ofYear] : [date - 1, daysOfMonth - date];
  return parts.nthWeekdays.some(
    (nth) => nth.weekday === weekday && counts([nth.nth], Math.floor(before / 7), Math.floor(after / 7)),
  );
}

/** A number that is equal for all days of a period and increases by one with the next. */
function periodOf(parts: Parts, day: number): number {
  const { year, month } = civil(day);
  switch (parts.freq) {
    case "DAILY":
      return day;
    case "WEEKLY":
      return Math.floor((day + 3 - parts.weekStart) / 7);
    case "MONTHLY":
      return year * 12 + month;
    case "YEARLY":
      return parts.weekNumbers.length > 0 ? weekOf(day, parts.weekStart).year : year;
  }
}

/** Whether a day is in the unbounded pattern. `parts` include values from the start date. */
export function isNamed(parts: Parts, start: number, day: number): boolean {
  const period = periodOf(parts, day);
  if ((period - periodOf(parts, start)) % parts.interval !== 0 || !passes(parts, day)) return false;
  if (parts.setPositions.length === 0) return true;
  const passing = (step: number): number => {
    let days = 0;
    for (let other = day + step; periodOf(parts, other) === period; other += step)
      if (passes(parts, other)) days += 1;
    return days;
  };
  return counts(parts.setPositions, passing(-1), passing(1));
}
