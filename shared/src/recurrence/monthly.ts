import { CYCLE_YEARS, isLeap, mod, weekday, yearStart } from "../civil";
import { dayMask, monthShape, selectPositions } from "./masks";
import type { Parts } from "./parts";
import { gcd, type Pattern } from "./pattern";

const CYCLE_MONTHS = CYCLE_YEARS * 12;

/** FREQ=MONTHLY from a month number on. */
export function monthly(parts: Parts, startMonth: number): Pattern {
  const { interval } = parts;
  /** By length and weekday of the first: there are 28 kinds of month. */
  const known = new Map<number, number>();
  const days = (month: number): number => {
    const year = Math.floor(month / 12);
    const index = month - year * 12;
    if (parts.months !== 0 && !(parts.months & (1 << index))) return 0;
    const shape = monthShape(isLeap(year), weekday(yearStart(year)), index);
    const key = shape.length * 7 + shape.first;
    let mask = known.get(key);
    if (mask === undefined) {
      mask = selectPositions([dayMask(parts, shape)], parts.setPositions)[0] ?? 0;
      known.set(key, mask);
    }
    return mask;
  };
  return {
    mask: (month) => ((month - startMonth) % interval === 0 ? days(month) : 0),
    skip: (month) => month + mod(startMonth - month, interval),
    possible() {
      for (let k = 0; k < CYCLE_MONTHS / gcd(CYCLE_MONTHS, interval); k += 1)
        if (days(mod(startMonth + k * interval, CYCLE_MONTHS)) !== 0) return true;
      return false;
    },
  };
}
