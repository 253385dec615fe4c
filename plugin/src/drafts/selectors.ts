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

/** All drafts, in the order in which they were begun. */
export const selectDrafts = createSelector(selectDraftItems, (items): readonly Draft[] =>
  Object.values(items).filter((draft): draft is Draft => draft !== undefined),
);

export const liveOf = (
  { schedules, rules }: DraftsState["live"],
  { kind, id }: Pick<Draft, "kind" | "id">,
): LiveItem<Rule | Schedule> | undefined =>
  kind === "schedule" ? schedules.entities[id] : rules.entities[id];

/** How each draft stands to what is live; empty while the catalogue is not there. */
export const selectDraftStates = createSelector(
  selectDrafts,
  (root: DraftsRoot) => pluginState(root).live,
  (drafts, live): ReadonlyMap<ItemRef, DraftState> =>
    isLoaded(live)
      ? new Map(drafts.map((draft) => [draftRef(draft), draftState(draft, liveOf(live, draft))]))
      : new Map(),
);

/** Items with their drafts: changed, added, deleted. */
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
    // An edit of what was deleted meanwhile is no item, until it is decided to be made anew.
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

/** The catalogue as it is live. */
export const selectLiveConfiguration = createSelector(
  selectRulesById,
  selectSchedules,
  (rules, schedules): Configuration => ({ rules: [...rules.values()], schedules }),
);
/** The catalogue as it will be when all drafts are published. */
export const selectEditedConfiguration = createSelector(
  selectEditedRules,
  selectEditedSchedules,
  (rules, schedules): Configuration => ({ rules, schedules }),
);
