import { createSelector } from "@reduxjs/toolkit";
import type { Rule, Schedule, Status } from "@schedule-manager/shared/model/model";
import { isLoaded } from "./live";
import { pluginState, type CatalogueRoot } from "./root";
import type { CatalogueSelectors } from "./selectors";
import type { ScheduleStatus } from "./status";

/** The answer of `loadScheduleData()`, in the shape of Twilio's Schedule Manager sample. */
export interface ScheduleData {
  readonly data: {
    readonly rules: readonly Rule[];
    readonly schedules: readonly (Schedule & { readonly status: Status })[];
  };
  /** The generation, as text. */
  readonly version: string;
  /** Whether no publish is in progress. Always true for agents, who receive finished publishes only. */
  readonly versionIsDeployed: boolean;
}

const UNKNOWN: Status = { isOpen: false, closedReason: "error" };

export const statusOf = (status: ScheduleStatus | undefined): Status =>
  status === undefined
    ? UNKNOWN
    : { isOpen: status.decision.isOpen, closedReason: status.decision.closedReason };

/** Creates the selector of the live catalogue; null until it is complete. */
export const createScheduleDataSelector = ({
  selectRulesById,
  selectSchedules,
  selectStatusTable,
}: CatalogueSelectors): ((root: CatalogueRoot) => ScheduleData | null) =>
  createSelector(
    (root: CatalogueRoot) => isLoaded(pluginState(root).live),
    (root: CatalogueRoot) => pluginState(root).layout,
    (root: CatalogueRoot) => pluginState(root).head,
    selectRulesById,
    selectSchedules,
    selectStatusTable,
    (isWhole, layout, lock, rules, schedules, { statuses }): ScheduleData | null =>
      !isWhole || layout === null
        ? null
        : {
            data: {
              rules: [...rules.values()],
              schedules: schedules.map((schedule) => ({
                ...schedule,
                status: statusOf(statuses.get(schedule.id)),
              })),
            },
            version: String(layout.generation),
            versionIsDeployed: (lock?.publish ?? null) === null,
          },
  );
