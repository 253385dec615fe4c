import { DAY_MS } from "../time/civil";

/** A century. A longer range makes more output than anybody reads. */
export const MAX_RANGE_DAYS = 36_525;

/**
 * The reason to refuse a range of intervals, or null.
 * @param from ms since the epoch
 * @param to ms since the epoch, exclusive
 */
export function rangeProblem(from: number, to: number): "range-reversed" | "range-too-long" | null {
  const length = to - from;
  if (!(length > 0)) return "range-reversed";
  return length > MAX_RANGE_DAYS * DAY_MS ? "range-too-long" : null;
}
