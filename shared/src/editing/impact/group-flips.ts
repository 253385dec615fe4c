import type { Status } from "../../model/model";
import { sameStatus } from "../../evaluator/next-change";
import type { StatusFlip } from "./impact";

/** All flips from one status to the same other one. */
export interface FlipGroup {
  /** null: the schedule does not exist. */
  readonly before: Status | null;
  readonly after: Status | null;
  /** In order of time; never empty. */
  readonly flips: readonly StatusFlip[];
}

const same = (a: Status | null, b: Status | null): boolean =>
  a === null || b === null ? a === b : sameStatus(a, b);

/** Whether the schedule opens or closes, instead of only changing the reason. */
const opensOrCloses = ({ before, after }: FlipGroup): boolean => before?.isOpen !== after?.isOpen;

/**
 * Groups flips by their statuses, because a lasting edit causes the same flip every day. Groups that open or
 * close come first, then groups with only another reason; each part is ordered by time.
 */
export function groupFlips(flips: readonly StatusFlip[]): readonly FlipGroup[] {
  const groups: { before: Status | null; after: Status | null; flips: StatusFlip[] }[] = [];
  for (const flip of flips) {
    const group = groups.find(({ before, after }) => same(before, flip.before) && same(after, flip.after));
    if (group === undefined) groups.push({ before: flip.before, after: flip.after, flips: [flip] });
    else group.flips.push(flip);
  }
  return groups.sort((a, b) => Number(opensOrCloses(b)) - Number(opensOrCloses(a)));
}
