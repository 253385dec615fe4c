import { createSelector } from "@reduxjs/toolkit";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { keepSameItems } from "../catalogue/same-items";
import { type Draft, draftRef } from "./draft";
import { type DraftState, draftState } from "./draft-state";
import type { LiveItem } from "../catalogue/live-items";
import { isLoaded } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import type { DraftsRoot, DraftsState } from "./root";
import type { CatalogueSelectors } from "../catalogue/selectors";
import { overlay } from "./overlay";

export const liveOf = (
  { schedules, rules }: DraftsState["live"],
  { kind, id }: Pick<Draft, "kind" | "id">,
): LiveItem<Rule | Schedule> | undefined =>
  kind === "schedule" ? schedules.entities[id] : rules.entities[id];

/** Creates the memoised selectors of drafts for one store. */
export function createDraftSelectors({ selectRulesById, selectSchedules }: CatalogueSelectors) {
  /** All drafts, oldest first. */
  const selectDrafts = createSelector(
    (root: DraftsRoot) => pluginState(root).drafts.items,
    (items): readonly Draft[] => Object.values(items).filter((draft): draft is Draft => draft !== undefined),
  );
  /** The state of each draft relative to the live item; empty until the catalogue is loaded. */
  const selectDraftStates = createSelector(
    selectDrafts,
    (root: DraftsRoot) => pluginState(root).live,
    (drafts, live): ReadonlyMap<ItemRef, DraftState> =>
      isLoaded(live)
        ? new Map(drafts.map((draft) => [draftRef(draft), draftState(draft, liveOf(live, draft))]))
        : new Map(),
  );
  const selectRuleDrafts = createSelector(
    selectDrafts,
    keepSameItems((drafts: readonly Draft[]) => drafts.filter(({ kind }) => kind === "rule")),
  );
  const selectScheduleDrafts = createSelector(
    selectDrafts,
    keepSameItems((drafts: readonly Draft[]) => drafts.filter(({ kind }) => kind === "schedule")),
  );
  const selectEditedRules = createSelector(selectRulesById, selectRuleDrafts, (rules, drafts) =>
    overlay(rules.values(), drafts),
  );
  const selectEditedSchedules = createSelector(selectSchedules, selectScheduleDrafts, overlay<Schedule>);
  return {
    selectDrafts,
    selectDraftStates,
    selectEditedRules,
    selectEditedRulesById: createSelector(
      selectEditedRules,
      (rules): ReadonlyMap<string, Rule> => new Map(rules.map((rule) => [rule.id, rule])),
    ),
    selectEditedSchedules,
    /** The live catalogue. */
    selectLiveConfiguration: createSelector(
      selectRulesById,
      selectSchedules,
      (rules, schedules): Configuration => ({ rules: [...rules.values()], schedules }),
    ),
    /** The catalogue with all drafts applied. */
    selectEditedConfiguration: createSelector(
      selectEditedRules,
      selectEditedSchedules,
      (rules, schedules): Configuration => ({ rules, schedules }),
    ),
    /** The findings of each schedule, with all drafts applied. */
    selectScheduleFindings: createSelector(
      (root: DraftsRoot) => pluginState(root).findings.schedules,
      (findings): ReadonlyMap<string, readonly Finding[]> => new Map(Object.entries(findings)),
    ),
    /** The findings of each rule that do not depend on a schedule. */
    selectRuleFindings: createSelector(
      (root: DraftsRoot) => pluginState(root).findings.rules,
      (findings): ReadonlyMap<string, readonly Finding[]> => new Map(Object.entries(findings)),
    ),
  };
}

export type DraftSelectors = ReturnType<typeof createDraftSelectors>;
