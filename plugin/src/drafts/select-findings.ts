import { createSelector } from "@reduxjs/toolkit";
import type { Finding } from "@schedule-manager/shared/model/finding";
import { pluginState } from "../catalogue/root";
import type { DraftsRoot } from "./root";

/** What validation says of each schedule as it will be when all drafts are published. */
export const selectScheduleFindings = createSelector(
  (root: DraftsRoot) => pluginState(root).findings.schedules,
  (findings): ReadonlyMap<string, readonly Finding[]> => new Map(Object.entries(findings)),
);
/** Of rules by themselves, whichever schedule uses them. */
export const selectRuleFindings = createSelector(
  (root: DraftsRoot) => pluginState(root).findings.rules,
  (findings): ReadonlyMap<string, readonly Finding[]> => new Map(Object.entries(findings)),
);
