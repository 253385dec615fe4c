import type { Actor, ItemRef } from "@schedule-manager/shared/sync/layout";
import type { LocksRoot } from "./root";
import { selectLockOwner } from "./selectors";

/** A person who edits some of the given items. */
export interface OtherOwner {
  readonly by: Actor;
  /** The same person in another tab. */
  readonly self: boolean;
  readonly refs: readonly ItemRef[];
}

/** The other people who edit some of these items, each once, in the order of the items. */
export function otherOwners(root: LocksRoot, refs: readonly ItemRef[]): readonly OtherOwner[] {
  const found = new Map<string, OtherOwner>();
  for (const ref of refs) {
    const owner = selectLockOwner(root, ref);
    if (owner.type !== "other") continue;
    const { by, self } = owner;
    found.set(by.identity, { by, self, refs: [...(found.get(by.identity)?.refs ?? []), ref] });
  }
  return [...found.values()];
}
