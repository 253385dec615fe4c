import type { Actor, ItemRef } from "@schedule-manager/shared/sync/layout";
import type { RootState } from "./root";
import { selectHolder } from "./select-presence";

/** Somebody who edits some of the items that were asked about. */
export interface OtherHolder {
  readonly by: Actor;
  /** The same person, in another tab. */
  readonly self: boolean;
  readonly refs: readonly ItemRef[];
}

/** Who else edits some of these items now, each person once, in the order of the items. */
export function otherHolders(root: RootState, refs: readonly ItemRef[]): readonly OtherHolder[] {
  const found = new Map<string, OtherHolder>();
  for (const ref of refs) {
    const holder = selectHolder(root, ref);
    if (holder.who !== "other") continue;
    const { by, self } = holder;
    found.set(by.identity, { by, self, refs: [...(found.get(by.identity)?.refs ?? []), ref] });
  }
  return [...found.values()];
}
