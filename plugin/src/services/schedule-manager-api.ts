/**
 * What other code may ask: `loadScheduleData()` as in Twilio's schedule manager, and the live status of a schedule.
 *
 * Inside this plugin import it. Other plugins can't import from a bundle, so the same functions are on
 * `window.FlexScheduleManager`, `loadScheduleData` is the Flex action `LoadScheduleData`, and each change of a status
 * is an event `scheduleStatusChanged` on `window`, whose `detail` is a `StatusChange`.
 */
import { sameName } from "@schedule-manager/shared/model/names";
import type { Status } from "@schedule-manager/shared/model/model";
import { useEffect } from "react";
import { useSelector } from "react-redux";
import type { Store } from "redux";
import type { Functions } from "../functions/functions";
import { isLive } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { type ScheduleData, selectScheduleData, statusOf } from "../catalogue/schedule-data";
import { selectSchedules, selectStatusTable } from "../catalogue/selectors";
import { followStatuses, type StatusChange } from "../catalogue/status-changes";

export const ACTION = "LoadScheduleData";
export const EVENT = "scheduleStatusChanged";
export const GLOBAL = "FlexScheduleManager";

export interface ScheduleManagerApi {
  readonly loadScheduleData: () => Promise<ScheduleData>;
  /** The status of a schedule by name or alias as far as it is known here; null: unknown, or not loaded yet. */
  readonly scheduleStatus: (name: string) => Status | null;
  /** @returns stops listening */
  readonly onStatusChange: (listener: (change: StatusChange) => void) => () => void;
}

export interface ApiOptions {
  readonly store: Pick<Store<RootState>, "getState" | "subscribe">;
  readonly functions: Pick<Functions, "list">;
  /** Opens Sync, unless it is open. */
  readonly connect: () => void;
}

let provided: (ScheduleManagerApi & { readonly connect: () => void }) | null = null;

function needed(): ScheduleManagerApi & { readonly connect: () => void } {
  if (provided === null) throw new Error("The Schedule Manager is not switched on for this Flex account.");
  return provided;
}

/** The schedule that a name or a former name means. */
function statusNamed(root: RootState, name: string): Status | null {
  const wanted = sameName(name);
  const schedules = selectSchedules(root);
  const found =
    schedules.find((schedule) => sameName(schedule.name) === wanted) ??
    schedules.find(({ aliases = [] }) => aliases.some((alias) => sameName(alias) === wanted));
  if (found === undefined) return null;
  const status = selectStatusTable(root).statuses.get(found.id);
  return status === undefined ? null : statusOf(status);
}

/** Makes the functions of this module work; once, when Flex starts the plugin. */
export function provideApi({ store, functions, connect }: ApiOptions): ScheduleManagerApi {
  const api: ScheduleManagerApi = {
    async loadScheduleData() {
      const known = selectScheduleData(store.getState());
      if (known !== null && isLive(pluginState(store.getState()).live)) return known;
      const result = await functions.list();
      // Out of reach altogether: what was known last goes on being evaluated.
      if (!result.ok && known !== null) return known;
      if (!result.ok)
        throw new Error(`The schedules could not be loaded (${result.code}): ${result.message}`);
      const { data, version, versionIsDeployed } = result.answer;
      return { data, version, versionIsDeployed };
    },
    scheduleStatus: (name) => {
      connect();
      return statusNamed(store.getState(), name);
    },
    onStatusChange: (listener) => {
      connect();
      return followStatuses(store, listener);
    },
  };
  provided = { ...api, connect };
  return api;
}

/** Rules and schedules with their statuses: from what is live, else asked of the functions, else what was known last. */
export const loadScheduleData = (): Promise<ScheduleData> => needed().loadScheduleData();

/** The live status of a schedule by name or alias; null while nothing is known. Opens Sync when it is first used. */
export function useScheduleStatus(name: string): Status | null {
  useEffect(() => {
    needed().connect();
  }, []);
  return useSelector(
    (root: RootState) => statusNamed(root, name),
    (a, b) => a === b || (a?.isOpen === b?.isOpen && a?.closedReason === b?.closedReason),
  );
}
