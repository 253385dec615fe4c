import { CYCLE_YEARS, isLeap, weekday, yearStart } from "../time/civil";

/** How many adjacent years on each side a year's days depend on. */
export type Reach = 0 | 1;

const tables: Uint8Array[] = [];
/** A multiple of the cycle that keeps negative years in range. */
const FAR = CYCLE_YEARS * 1000;

/**
 * Maps each year of the calendar's cycle to a number below 56. Years with equal numbers start on the same
 * weekday and have the same length, as have the `reach` years before and after them.
 */
function shapesOf(reach: Reach): Uint8Array {
  return (tables[reach] ??= Uint8Array.from({ length: CYCLE_YEARS }, (_, year) => {
    let shape = weekday(yearStart(year));
    for (let k = -reach; k <= reach; k += 1) shape = shape * 2 + (isLeap(year + k) ? 1 : 0);
    return shape;
  }));
}

/** Memoises a function of a year by its shape, since few shapes exist. */
export function byShape<T>(reach: Reach, compute: (year: number) => T): (year: number) => T {
  const shapes = shapesOf(reach);
  const known: T[] = [];
  return (year) => {
    const shape = shapes[(year + FAR) % CYCLE_YEARS] ?? 0;
    return (known[shape] ??= compute(year));
  };
}
