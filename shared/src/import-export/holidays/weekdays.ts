import { dayOf, mod, weekday } from "../../time/civil";

/** Civil day number of the nth Monday of a month (1 to 12). */
export function mondayOf(year: number, month: number, nth: number): number {
  const first = dayOf(year, month, 1) ?? 0;
  return first + mod(-weekday(first), 7) + 7 * (nth - 1);
}
