import { DAY_MINUTES, parseTime } from "../../time/civil";
import { openingsUntil } from "./move-closing";
import { closingOf, type TodayHours } from "./today-hours";

/** The two ways to move the end of today's hours. */
export type ClosingMove = "later" | "earlier";

const HOUR = 60;
const QUARTER = 15;
const STEP = 5;
/** Minutes. A time after midnight that is further from the hours before it is a mistake. */
const LONGEST_NIGHT = 10 * HOUR;

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
  const openings = openingsUntil(today, Infinity);
  const begin = openings[openings.length - 1]?.start ?? today.minute;
  const from = Math.max(closing ?? 0, today.minute);
  const minute = candidates.find(
    (one) => one > from && one - begin <= DAY_MINUTES && (one < DAY_MINUTES || one - from <= LONGEST_NIGHT),
  );
  return minute === undefined ? { type: "not-later" } : { type: "closing", minute };
}
