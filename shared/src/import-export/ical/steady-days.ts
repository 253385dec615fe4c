import { DAY_MS } from "../../time/civil";
import type { Clock } from "./clock";

/** Days from one to another (civil day numbers, inclusive) between which the difference of two clocks is constant. */
export interface SteadyDays {
  readonly from: number;
  readonly to: number;
}

/** The stretches of steady days around a range, in order. Compares the clocks once a day. */
export function steadyDays(clock: Clock, target: Clock, from: number, to: number): readonly SteadyDays[] {
  const found: SteadyDays[] = [];
  let begin = from;
  let [own, other] = [clock.offset(from * DAY_MS), target.offset(from * DAY_MS)];
  for (let day = from + 1; day <= to; day += 1) {
    const [ownNow, otherNow] = [clock.offset(day * DAY_MS), target.offset(day * DAY_MS)];
    if (ownNow === own && otherNow === other) continue;
    found.push({ from: begin, to: day - 1 });
    [begin, own, other] = [day, ownNow, otherNow];
  }
  return [...found, { from: begin, to }];
}
