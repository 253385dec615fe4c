import type { Actor, ItemRef } from "@schedule-manager/shared/sync/layout";
import type { LocksRoot } from "./root";
import { selectLockOwner } from "./selectors";

/** Somebody who edits some of the items that were asked about. */
export interface OtherOwner {
  readonly by: Actor;
  /** The same person, in another tab. */
  readonly self: boolean;
  readonly refs: readonly ItemRef[];
}

/** Who else edits some of these items now, each person once, in the order of the items. */
export function otherOwners(root: LocksRoot, refs: readonly ItemRef[]): readonly OtherOwner[] {
  const found = new Map<string, OtherOwner>();
  for (const ref of refs) {
    const holder = selectLockOwner(root, ref);
    if (holder.who !== "other") continue;
    const { by, self } = holder;
    found.set(by.identity, { by, self, refs: [...(found.get(by.identity)?.refs ?? []), ref] });
  }
  return [...found.values()];
}
