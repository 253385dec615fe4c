import type { Status } from "../../model/model";
import { sameStatus } from "../../evaluator/next-change";
import type { StatusFlip } from "./impact";

/** All pieces of time in which the same answer replaces the same other one. */
export interface FlipGroup {
  /** null: the schedule is not there. */
  readonly before: Status | null;
  readonly after: Status | null;
  /** In order of time; never empty. */
  readonly flips: readonly StatusFlip[];
}

const same = (a: Status | null, b: Status | null): boolean =>
  a === null || b === null ? a === b : sameStatus(a, b);

/** Whether callers are let in or not, where they were not or were: more than another reason. */
const turns = ({ before, after }: FlipGroup): boolean => before?.isOpen !== after?.isOpen;

/**
 * An edit that lasts tells on every day in the same way: that is one thing to say. What opens or closes comes first,
 * then what is only closed for another reason; within that by time.
 */
export function groupFlips(flips: readonly StatusFlip[]): readonly FlipGroup[] {
  const groups: { before: Status | null; after: Status | null; flips: StatusFlip[] }[] = [];
  for (const flip of flips) {
    const group = groups.find(({ before, after }) => same(before, flip.before) && same(after, flip.after));
    if (group === undefined) groups.push({ before: flip.before, after: flip.after, flips: [flip] });
    else group.flips.push(flip);
  }
  return groups.sort((a, b) => Number(turns(b)) - Number(turns(a)));
}
