import { DAY_MINUTES, mod } from "../../time/civil";
import { isSameRange, type TimeRange, tidyRanges, type WeeklyHours } from "./hours";

/** Minutes. Blocks move and stretch in steps of a quarter of an hour. */
export const QUARTER = 15;
/** Minutes. A new opening lasts so long, unless something else begins before. */
const NEW_LENGTH = 8 * 60;
const NEW_START = 9 * 60;

/** One opening of the weekly hours. */
export interface HoursBlock {
  /** 0 = Monday. */
  readonly weekday: number;
  readonly range: TimeRange;
}

const snap = (minute: number): number => Math.round(minute / QUARTER) * QUARTER;
const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));

/** The block that contains a minute of a weekday, by itself or with the end of a night that began the day before. */
export function blockAt(hours: WeeklyHours, weekday: number, minute: number): HoursBlock | null {
  const yesterday = mod(weekday - 1, 7);
  const holds =
    (at: number) =>
    ({ start, end }: TimeRange): boolean =>
      start <= at && at < end;
  const today = hours[weekday]?.find(holds(minute));
  if (today !== undefined) return { weekday, range: today };
  const tail = hours[yesterday]?.find(holds(minute + DAY_MINUTES));
  return tail === undefined ? null : { weekday: yesterday, range: tail };
}

/** Moves a block by whole days and by minutes. A block within one day stays within one day. */
export function movedBlock({ weekday, range }: HoursBlock, days: number, minutes: number): HoursBlock {
  const length = range.end - range.start;
  const latest = range.end > DAY_MINUTES ? DAY_MINUTES - QUARTER : DAY_MINUTES - length;
  const start = minutes === 0 ? range.start : clamp(snap(range.start + minutes), 0, latest);
  return { weekday: mod(weekday + days, 7), range: { start, end: start + length } };
}

/** Moves one end of a block. It keeps a quarter of an hour at least, and 24 hours at most. */
export function stretchedBlock(
  { weekday, range: { start, end } }: HoursBlock,
  edge: "start" | "end",
  minutes: number,
): HoursBlock {
  const range =
    edge === "end"
      ? { start, end: clamp(snap(end + minutes), start + QUARTER, start + DAY_MINUTES) }
      : {
          start: clamp(
            snap(start + minutes),
            Math.max(0, end - DAY_MINUTES),
            Math.min(end, DAY_MINUTES) - QUARTER,
          ),
          end,
        };
  return { weekday, range };
}

/** A block drawn from one minute of a weekday to another, in either direction. */
export function drawnBlock(weekday: number, from: number, to: number): HoursBlock {
  const start = clamp(Math.floor(Math.min(from, to) / QUARTER) * QUARTER, 0, DAY_MINUTES - QUARTER);
  const end = Math.ceil(Math.max(from, to) / QUARTER) * QUARTER;
  return { weekday, range: { start, end: clamp(end, start + QUARTER, DAY_MINUTES) } };
}

/** A block to begin with in a closed part of a weekday; null: the part is too short. */
export function suggestedBlock(weekday: number, from: number, to: number): HoursBlock | null {
  const start = from <= NEW_START && NEW_START < to ? NEW_START : Math.ceil(from / QUARTER) * QUARTER;
  const end = Math.min(start + NEW_LENGTH, to);
  return end - start < QUARTER ? null : { weekday, range: { start, end } };
}

export const isSameBlock = (a: HoursBlock, b: HoursBlock): boolean =>
  a.weekday === b.weekday && isSameRange(a.range, b.range);

/**
 * The hours with a block in place of another.
 * @param before null: the block is new
 * @param after null: the block is removed
 */
export const withBlock = (
  hours: WeeklyHours,
  before: HoursBlock | null,
  after: HoursBlock | null,
): WeeklyHours =>
  hours.map((ranges, weekday) => {
    const kept =
      before?.weekday === weekday ? ranges.filter((range) => !isSameRange(range, before.range)) : ranges;
    return after?.weekday === weekday ? tidyRanges([...kept, after.range]) : kept;
  });
