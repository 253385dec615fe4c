import { publishApi } from "@schedule-manager/plugin/flex/public-api";
import type { ScheduleManagerApi } from "@schedule-manager/plugin/services/schedule-manager-api";
import type { StatusChange } from "@schedule-manager/plugin/catalogue/status-changes";
import { fakeFlex } from "../app/fake-flex";

function published() {
  const listeners: ((change: StatusChange) => void)[] = [];
  const data = { data: { rules: [], schedules: [] }, version: "3", versionIsDeployed: true };
  const api: ScheduleManagerApi = {
    loadScheduleData: () => Promise.resolve(data),
    scheduleStatus: () => null,
    onStatusChange: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
  };
  const { flex, actions } = fakeFlex();
  publishApi(flex, api);
  const global = (
    window as unknown as { FlexScheduleManager: ScheduleManagerApi & { readonly startEvents: () => void } }
  ).FlexScheduleManager;
  return { api, data, actions, global, listeners };
}

describe("the API of other plugins", () => {
  it("[PA6] the global has the functions, and the Flex action answers with the schedules", async () => {
    const { api, data, actions, global } = published();
    const { startEvents, ...rest } = global;
    expect([rest, typeof startEvents]).toEqual([api, "function"]);
    expect(await actions.get("LoadScheduleData")?.()).toEqual(data);
  });

  it("[PA4] events are raised from the first call of `startEvents` on, one for each change however often it is called", () => {
    const { global, listeners } = published();
    const heard: unknown[] = [];
    const hear = (event: Event) => void heard.push((event as CustomEvent).detail);
    window.addEventListener("scheduleStatusChanged", hear);
    expect(listeners).toHaveLength(0);
    global.startEvents();
    global.startEvents();
    const change = { id: "sales", name: "Sales" } as unknown as StatusChange;
    for (const listener of listeners) listener(change);
    expect(heard).toEqual([change]);
    window.removeEventListener("scheduleStatusChanged", hear);
  });
});
