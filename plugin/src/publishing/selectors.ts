import { createSelector } from "@reduxjs/toolkit";
import type { ItemRef, PublishLease } from "@schedule-manager/shared/sync/layout";
import { pluginState } from "../catalogue/root";
import type { PublishingRoot } from "./root";

/** Creates the selector of this browser's publishes in progress. */
export const createSendingSelector = () =>
  createSelector(
    (root: PublishingRoot) => pluginState(root).publishing,
    (publishing): ReadonlySet<ItemRef> =>
      new Set(Object.values(publishing).flatMap(({ refs, state }) => (state.type === "sending" ? refs : []))),
  );

export const selectMayToggle = (root: PublishingRoot): boolean => {
  const right = pluginState(root).session?.right;
  return right === "toggle" || right === "edit";
};

/** Whether the person reads the history and sees other people's publishes. */
export function selectMayViewHistory(root: PublishingRoot): boolean {
  const { session } = pluginState(root);
  return session !== null && session.right !== "read";
}

/** Whether the person may change nothing. */
export const selectIsViewer = (root: PublishingRoot): boolean =>
  pluginState(root).session !== null && !selectMayToggle(root);

export const selectMayEdit = (root: PublishingRoot): boolean => pluginState(root).session?.right === "edit";

/** Another person's publish in progress; null: none. */
export function selectOtherPublish(root: PublishingRoot): PublishLease | null {
  const { head, publishing } = pluginState(root);
  const lease = head?.publish ?? null;
  return lease === null || lease.id in publishing ? null : lease;
}

/** Whether a publish would probably reach nobody now. */
export const selectIsOffline = (root: PublishingRoot): boolean => {
  const { type } = pluginState(root).connection;
  return type === "interrupted" || type === "failed";
};
