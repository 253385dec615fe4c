import { CYCLE_YEARS, isLeap, weekday, yearStart } from "../time/civil";

/** How far into the years beside it a year's days may depend on. */
export type Reach = 0 | 1;

const tables: Uint8Array[] = [];
/** Whole cycles before any year that is asked for. */
const FAR = CYCLE_YEARS * 1000;

/** A number below 56 for each year of the calendar's cycle: years with the same one begin on the same weekday, and they and `reach` years around them are as long. */
function shapesOf(reach: Reach): Uint8Array {
  return (tables[reach] ??= Uint8Array.from({ length: CYCLE_YEARS }, (_, year) => {
    let shape = weekday(yearStart(year));
    for (let k = -reach; k <= reach; k += 1) shape = shape * 2 + (isLeap(year + k) ? 1 : 0);
    return shape;
  }));
}

/** A function of a year that computes once for all years that are alike: there are few kinds. */
export function byShape<T>(reach: Reach, compute: (year: number) => T): (year: number) => T {
  const shapes = shapesOf(reach);
  const known: T[] = [];
  return (year) => {
    const shape = shapes[(year + FAR) % CYCLE_YEARS] ?? 0;
    return (known[shape] ??= compute(year));
  };
}
