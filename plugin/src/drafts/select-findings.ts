import { createSelector } from "@reduxjs/toolkit";
import type { Finding } from "@schedule-manager/shared/model/finding";
import { pluginState } from "../catalogue/root";
import type { DraftsRoot } from "./root";

/** The findings of each schedule with all drafts applied. */
export const selectScheduleFindings = createSelector(
  (root: DraftsRoot) => pluginState(root).findings.schedules,
  (findings): ReadonlyMap<string, readonly Finding[]> => new Map(Object.entries(findings)),
);
/** The findings of each rule that do not depend on a schedule. */
export const selectRuleFindings = createSelector(
  (root: DraftsRoot) => pluginState(root).findings.rules,
  (findings): ReadonlyMap<string, readonly Finding[]> => new Map(Object.entries(findings)),
);
