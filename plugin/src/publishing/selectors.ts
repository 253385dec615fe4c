import { createSelector } from "@reduxjs/toolkit";
import type { ItemRef, PublishLease } from "@schedule-manager/shared/sync/layout";
import { pluginState } from "../catalogue/root";
import type { PublishingRoot } from "./root";

/** What is being published by this browser right now. */
export const selectSending = createSelector(
  (root: PublishingRoot) => pluginState(root).publishing,
  (publishing): ReadonlySet<ItemRef> =>
    new Set(Object.values(publishing).flatMap(({ refs, state }) => (state.is === "sending" ? refs : []))),
);

export const selectMayToggle = (root: PublishingRoot): boolean => {
  const right = pluginState(root).session?.right;
  return right === "toggle" || right === "edit";
};

export const selectMayEdit = (root: PublishingRoot): boolean => pluginState(root).session?.right === "edit";

/** The publish of somebody else that goes on right now; null: there is none. */
export function selectOtherPublish(root: PublishingRoot): PublishLease | null {
  const { lock, publishing } = pluginState(root);
  const mark = lock?.publish ?? null;
  return mark === null || mark.id in publishing ? null : mark;
}
