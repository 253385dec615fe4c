/**
 * The API for other code: `loadScheduleData()` as in Twilio's schedule manager, and live statuses.
 *
 * Other plugins cannot import from a bundle, so the functions are on `window.FlexScheduleManager`, `loadScheduleData`
 * is the Flex action `LoadScheduleData`, and each status change is an event `scheduleStatusChanged` on `window`,
 * whose `detail` is a `StatusChange`.
 */
import { sameName } from "@schedule-manager/shared/model/names";
import type { Status } from "@schedule-manager/shared/model/model";
import type { Store } from "redux";
import type { Functions } from "../functions/functions";
import { isLive } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { createScheduleDataSelector, type ScheduleData, statusOf } from "../catalogue/schedule-data";
import type { CatalogueSelectors } from "../catalogue/selectors";
import { followStatuses, type StatusChange } from "../catalogue/status-changes";

export const ACTION = "LoadScheduleData";
export const EVENT = "scheduleStatusChanged";
export const GLOBAL = "FlexScheduleManager";

export interface ScheduleManagerApi {
  /**
   * Rules and schedules with their statuses: the live ones, else those of the functions, else the last known ones.
   */
  readonly loadScheduleData: () => Promise<ScheduleData>;
  /** The current status of a schedule by name or alias; null: unknown, or not loaded yet. */
  readonly scheduleStatus: (name: string) => Status | null;
  /** @returns unsubscribes */
  readonly onStatusChange: (listener: (change: StatusChange) => void) => () => void;
}

export interface ApiOptions {
  readonly store: Pick<Store<RootState>, "getState" | "subscribe">;
  readonly selectors: CatalogueSelectors;
  readonly functions: Pick<Functions, "list">;
  /** Opens Sync, unless it is open. */
  readonly connect: () => void;
}

/** The status of the schedule with this name or alias. */
function statusNamed(
  { selectSchedules, selectStatusTable }: CatalogueSelectors,
  root: RootState,
  name: string,
): Status | null {
  const wanted = sameName(name);
  const schedules = selectSchedules(root);
  const found =
    schedules.find((schedule) => sameName(schedule.name) === wanted) ??
    schedules.find(({ aliases = [] }) => aliases.some((alias) => sameName(alias) === wanted));
  if (found === undefined) return null;
  const status = selectStatusTable(root).statuses.get(found.id);
  return status === undefined ? null : statusOf(status);
}

/** Creates the API once, when Flex starts the plugin. */
export function provideApi({ store, selectors, functions, connect }: ApiOptions): ScheduleManagerApi {
  const selectScheduleData = createScheduleDataSelector(selectors);
  return {
    async loadScheduleData() {
      const lastKnown = selectScheduleData(store.getState());
      if (lastKnown !== null && isLive(pluginState(store.getState()).live)) return lastKnown;
      const result = await functions.list();
      // Offline: the last known schedules are evaluated for the current time.
      if (!result.ok && lastKnown !== null) return lastKnown;
      if (!result.ok)
        throw new Error(`The schedules could not be loaded (${result.code}): ${result.message}`);
      const { data, version, versionIsDeployed } = result.answer;
      return { data, version, versionIsDeployed };
    },
    scheduleStatus: (name) => {
      connect();
      return statusNamed(selectors, store.getState(), name);
    },
    onStatusChange: (listener) => {
      connect();
      return followStatuses(store, selectors, listener);
    },
  };
}
