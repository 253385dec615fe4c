import { DAY_MINUTES, parseTime } from "../../time/civil";
import { closingOf, type TodayHours } from "./today-hours";

/** The two ways to move the end of today's hours. */
export type ClosingMove = "later" | "earlier";

const HOUR = 60;
const QUARTER = 15;
const STEP = 5;
const NOON = DAY_MINUTES / 2;

const upTo = (minute: number, step: number): number => Math.ceil(minute / step) * step;

/** The closing time to offer first: an hour later; an hour earlier, or soon where that has passed. */
export function offeredClosing(today: TodayHours, move: ClosingMove): number {
  const { minute } = today;
  const closing = closingOf(today) ?? minute;
  if (move === "later") return upTo(Math.max(closing, minute), QUARTER) + HOUR;
  if (closing - HOUR > minute) return closing - HOUR;
  const soon = upTo(minute + 1, STEP);
  return soon < closing ? soon : minute + 1;
}

/** Whether today's hours can end earlier: an opening has not ended. */
export const hasHoursLeft = (today: TodayHours): boolean => (closingOf(today) ?? 0) > today.minute + 1;

export type ReadClosing =
  | { readonly type: "closing"; readonly minute: number }
  /** No time, one that has passed, or none that moves the end in the wanted direction. */
  | { readonly type: "missing" | "passed" | "not-later" | "not-earlier" };

/**
 * Reads a typed closing time: today, or, where that has no sense, after midnight.
 * @param typed `HH:mm`
 */
export function readClosing(today: TodayHours, move: ClosingMove, typed: string): ReadClosing {
  const time = parseTime(typed);
  if (time === null) return { type: "missing" };
  const closing = closingOf(today);
  const candidates = [time, time + DAY_MINUTES].filter((minute) => minute > today.minute);
  if (move === "earlier") {
    const minute = candidates.find((one) => one < (closing ?? 0));
    if (minute !== undefined) return { type: "closing", minute };
    return { type: time > today.minute ? "not-earlier" : "passed" };
  }
  const begin = today.openings[today.openings.length - 1]?.start ?? today.minute;
  const minute = candidates.find((one) => one > (closing ?? 0) && one - begin <= DAY_MINUTES);
  // A time before noon after hours that end later is in the night; others are mistakes.
  if (minute === undefined || (minute >= DAY_MINUTES && time >= NOON)) return { type: "not-later" };
  return { type: "closing", minute };
}
