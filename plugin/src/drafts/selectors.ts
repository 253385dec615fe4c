import { createSelector } from "@reduxjs/toolkit";
import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, draftRef } from "./draft";
import { type DraftState, draftState } from "./draft-state";
import type { LiveItem } from "../catalogue/live-items";
import { isLoaded } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import type { DraftsRoot, DraftsState } from "./root";
import { selectRulesById, selectSchedules } from "../catalogue/selectors";

const selectDraftItems = (root: DraftsRoot) => pluginState(root).drafts.items;

/** All drafts, oldest first. */
export const selectDrafts = createSelector(selectDraftItems, (items): readonly Draft[] =>
  Object.values(items).filter((draft): draft is Draft => draft !== undefined),
);

export const liveOf = (
  { schedules, rules }: DraftsState["live"],
  { kind, id }: Pick<Draft, "kind" | "id">,
): LiveItem<Rule | Schedule> | undefined =>
  kind === "schedule" ? schedules.entities[id] : rules.entities[id];

/** The state of each draft relative to the live item; empty until the catalogue is loaded. */
export const selectDraftStates = createSelector(
  selectDrafts,
  (root: DraftsRoot) => pluginState(root).live,
  (drafts, live): ReadonlyMap<ItemRef, DraftState> =>
    isLoaded(live)
      ? new Map(drafts.map((draft) => [draftRef(draft), draftState(draft, liveOf(live, draft))]))
      : new Map(),
);

/** Items with their drafts applied: changed, added, deleted. */
function overlay<T extends Rule | Schedule>(items: Iterable<T>, drafts: readonly Draft[]): readonly T[] {
  const mine = new Map(drafts.map((draft) => [draft.id, draft]));
  const result: T[] = [];
  for (const item of items) {
    const draft = mine.get(item.id);
    mine.delete(item.id);
    if (draft === undefined) result.push(item);
    else if (draft.value !== null) result.push({ id: draft.id, ...draft.value } as T);
  }
  for (const { id, base, value } of mine.values()) {
    // An edit of a deleted item counts as an item only after the person decides to create it again.
    if (value !== null && base === null) result.push({ id, ...value } as T);
  }
  return result;
}

const selectRuleDrafts = createSelector(selectDrafts, (drafts) =>
  drafts.filter(({ kind }) => kind === "rule"),
);
const selectScheduleDrafts = createSelector(selectDrafts, (drafts) =>
  drafts.filter(({ kind }) => kind === "schedule"),
);

export const selectEditedRules = createSelector(selectRulesById, selectRuleDrafts, (rules, drafts) =>
  overlay(rules.values(), drafts),
);
export const selectEditedRulesById = createSelector(
  selectEditedRules,
  (rules): ReadonlyMap<string, Rule> => new Map(rules.map((rule) => [rule.id, rule])),
);
export const selectEditedSchedules = createSelector(
  selectSchedules,
  selectScheduleDrafts,
  (schedules, drafts) => overlay(schedules, drafts),
);

/** The live catalogue. */
export const selectLiveConfiguration = createSelector(
  selectRulesById,
  selectSchedules,
  (rules, schedules): Configuration => ({ rules: [...rules.values()], schedules }),
);
/** The catalogue with all drafts applied. */
export const selectEditedConfiguration = createSelector(
  selectEditedRules,
  selectEditedSchedules,
  (rules, schedules): Configuration => ({ rules, schedules }),
);
