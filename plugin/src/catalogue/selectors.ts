import { createSelector, type EntityState } from "@reduxjs/toolkit";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import type { LiveRule, LiveSchedule } from "./live-items";
import { isLoaded } from "./live";
import { pluginState, type CatalogueRoot } from "./root";
import { createStatusSelector, type StatusTable } from "./status";

/** One loop without intermediate lists: every browser runs it at each publish, over thousands of items. */
function listed<T>({ ids, entities }: EntityState<T>): readonly T[] {
  const items: T[] = [];
  for (const id of ids) {
    const item = entities[id];
    if (item !== undefined) items.push(item);
  }
  return items;
}

const NONE: readonly Schedule[] = [];

/** Creates the memoised selectors of the catalogue for one store. */
export function createCatalogueSelectors() {
  const selectLiveSchedules = createSelector(
    (root: CatalogueRoot) => pluginState(root).live.schedules,
    listed<LiveSchedule>,
  );
  const selectLiveRules = createSelector(
    (root: CatalogueRoot) => pluginState(root).live.rules,
    listed<LiveRule>,
  );
  /** The valid rules, by id. */
  const selectRulesById = createSelector(selectLiveRules, (items): ReadonlyMap<string, Rule> => {
    const byId = new Map<string, Rule>();
    for (const { id, value } of items) if (value !== null) byId.set(id, value);
    return byId;
  });
  /** The valid schedules. */
  const selectSchedules = createSelector(selectLiveSchedules, (items): readonly Schedule[] =>
    items.flatMap(({ value }) => (value === null ? [] : [value])),
  );
  const statuses = createStatusSelector();
  /**
   * The status of every schedule at the corrected clock; derived, never stored. Empty until the catalogue is complete,
   * because a schedule without its rules would look closed.
   */
  const selectStatusTable: (root: CatalogueRoot) => StatusTable = createSelector(
    (root: CatalogueRoot) => (isLoaded(pluginState(root).live) ? selectSchedules(root) : NONE),
    selectRulesById,
    (root: CatalogueRoot) => pluginState(root).clock.now,
    statuses.table,
  );
  /** The name of every item, by its reference. */
  const selectNames = createSelector(
    selectLiveSchedules,
    selectLiveRules,
    (schedules, rules): ReadonlyMap<ItemRef, string> =>
      new Map([
        ...schedules.map(({ id, value }) => [itemRef("schedule", id), value?.name ?? id] as const),
        ...rules.map(({ id, value }) => [itemRef("rule", id), value?.name ?? id] as const),
      ]),
  );
  return {
    selectLiveSchedules,
    selectLiveRules,
    selectRulesById,
    selectSchedules,
    selectStatusTable,
    selectNames,
    /** Computes some statuses ahead of their change, see `StatusSelector`. */
    prepareStatuses: statuses.prepare,
  };
}

export type CatalogueSelectors = ReturnType<typeof createCatalogueSelectors>;
