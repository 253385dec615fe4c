import type { Status } from "../../model/model";
import { sameStatus } from "../../evaluator/next-change";
import type { StatusFlip } from "./impact";

/** All flips from one status to the same other one. */
export interface FlipGroup {
  readonly before: Status;
  readonly after: Status;
  /** In order of time. */
  readonly flips: readonly [StatusFlip, ...StatusFlip[]];
}

/** Whether the schedule opens or closes, instead of only changing the reason. */
const opensOrCloses = ({ before, after }: FlipGroup): boolean => before.isOpen !== after.isOpen;

/**
 * Groups flips by their statuses, because a lasting edit causes the same flip every day. Groups that open or
 * close come first, then groups with only another reason; each part is ordered by time.
 */
export function groupFlips(flips: readonly StatusFlip[]): readonly FlipGroup[] {
  const groups: { before: Status; after: Status; flips: [StatusFlip, ...StatusFlip[]] }[] = [];
  for (const flip of flips) {
    const group = groups.find(
      ({ before, after }) => sameStatus(before, flip.before) && sameStatus(after, flip.after),
    );
    if (group === undefined) groups.push({ before: flip.before, after: flip.after, flips: [flip] });
    else group.flips.push(flip);
  }
  return groups.sort((a, b) => Number(opensOrCloses(b)) - Number(opensOrCloses(a)));
}
