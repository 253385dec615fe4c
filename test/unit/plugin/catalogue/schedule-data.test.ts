import { storeSelectors } from "../store";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import { liveItem } from "@schedule-manager/plugin/catalogue/parse-item";
import { headChanged } from "@schedule-manager/plugin/catalogue/head";
import { STATE_NAME } from "@schedule-manager/plugin/catalogue/root";
import { reducer, type RootState } from "@schedule-manager/plugin/store/root";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import type { ScheduleData } from "@schedule-manager/plugin/catalogue/schedule-data";
import type { StatusChange } from "@schedule-manager/plugin/catalogue/status-changes";
import { provideApi } from "@schedule-manager/plugin/services/schedule-manager-api";
import type { PublishLease } from "@schedule-manager/shared/sync/layout";
import { combineReducers, createStore, type Store } from "@reduxjs/toolkit";

const NINE = Date.UTC(2026, 10, 23, 9);
const HOUR = 3_600_000;
const schedule = {
  name: "Sales",
  timeZone: "UTC",
  manualClose: false,
  rules: ["hours"],
  aliases: ["Old sales"],
};
const rule = { name: "Hours", isOpen: true, startTime: "08:00", endTime: "17:00" };

function setUp(answers = true) {
  const store = createStore(combineReducers({ [STATE_NAME]: reducer })) as unknown as Store<RootState>;
  const log: string[] = [];
  const list = {
    data: { rules: [], schedules: [] },
    shards: 8,
    version: "3",
    versionIsDeployed: true,
    now: NINE,
  };
  const api = provideApi({
    store,
    selectors: storeSelectors(),
    functions: {
      list: () => {
        log.push("list");
        return Promise.resolve(
          answers
            ? { ok: true, answer: list }
            : { ok: false, code: "unreachable" as const, message: "", body: null },
        );
      },
    },
    connect: () => log.push("connect"),
  });
  const item = (kind: "schedule" | "rule", key: string, data: object, revision = "1") =>
    liveItem(kind, `${kind}s-0`, { key, revision, updated: NINE, data });
  const load = (whenHalfIsHere = (): void => undefined): void => {
    store.dispatch(connectionChanged({ to: { type: "connected" }, at: NINE }));
    store.dispatch(mapsOpened(["schedules-0", "rules-0"]));
    store.dispatch(liveChanged([{ type: "layout", layout: { generation: 7, shards: 1 } }]));
    const reset = (kind: "schedule" | "rule", map: string, key: string, data: object) =>
      store.dispatch(liveChanged([{ type: "reset", kind, map, items: [item(kind, key, data)] }]));
    reset("schedule", "schedules-0", "sales", schedule);
    whenHalfIsHere();
    reset("rule", "rules-0", "hours", rule);
    store.dispatch(ticked(NINE));
  };
  const close = (): void => {
    store.dispatch(
      liveChanged([
        { type: "changed", item: item("schedule", "sales", { ...schedule, manualClose: true }, "2") },
      ]),
    );
  };
  return { store, api, log, load, close };
}

describe("the API for other code", () => {
  it("[PA1] the live schedules are returned in Twilio's shape once the catalogue is complete", async () => {
    const { api, load, log } = setUp();
    load();
    expect(await api.loadScheduleData()).toEqual({
      data: {
        rules: [{ id: "hours", ...rule }],
        schedules: [{ id: "sales", ...schedule, status: { isOpen: true, closedReason: "" } }],
      },
      version: "7",
      versionIsDeployed: true,
    });
    expect(log).toEqual([]);
  });

  it("[PA2] the functions answer before the catalogue is loaded", async () => {
    const { api, log } = setUp();
    expect(await api.loadScheduleData()).toEqual({
      data: { rules: [], schedules: [] },
      version: "3",
      versionIsDeployed: true,
    });
    expect(log).toEqual(["list"]);
  });

  it("[PA2] the functions answer while only some maps are loaded", async () => {
    const { api, load, log } = setUp();
    const half: Promise<ScheduleData>[] = [];
    load(() => half.push(api.loadScheduleData()));
    expect((await half[0])?.version).toBe("3");
    expect(log).toEqual(["list"]);
  });

  it("[PA5] a partly loaded catalogue is not returned when the functions do not answer", async () => {
    const { api, load } = setUp(false);
    const half: Promise<unknown>[] = [];
    load(() => half.push(api.loadScheduleData().catch((error: unknown) => String(error))));
    expect(await half[0]).toContain("could not be loaded (unreachable)");
  });

  it("[PA1, PA7] an editor sees that the version is not deployed while a publish is in progress", async () => {
    const { api, load, store } = setUp();
    load();
    const publish: PublishLease = {
      id: "p-1",
      by: { identity: "ada" },
      since: new Date(NINE).toISOString(),
      phase: "applying",
      generation: 8,
    };
    store.dispatch(headChanged({ generation: 7, shards: 1, publish, recent: [] }));
    expect(await api.loadScheduleData()).toMatchObject({ version: "7", versionIsDeployed: false });
    store.dispatch(headChanged({ generation: 8, shards: 1, publish: null, recent: [] }));
    store.dispatch(liveChanged([{ type: "layout", layout: { generation: 8, shards: 1 } }]));
    expect(await api.loadScheduleData()).toMatchObject({ version: "8", versionIsDeployed: true });
  });

  it("[PA5] the last known schedules are returned when neither Sync nor the functions answer", async () => {
    const { api, load, store, log } = setUp(false);
    await expect(api.loadScheduleData()).rejects.toThrow("unreachable");
    load();
    store.dispatch(connectionChanged({ to: { type: "interrupted", reason: "network" }, at: NINE }));
    expect((await api.loadScheduleData()).version).toBe("7");
    expect(log).toEqual(["list", "list"]);
  });

  it("[PA3] a schedule's status is returned by name or former name, and the call opens Sync", () => {
    const { api, load, log } = setUp();
    expect(api.scheduleStatus("Sales")).toBeNull();
    load();
    expect(api.scheduleStatus("Sales")).toEqual({ isOpen: true, closedReason: "" });
    expect(api.scheduleStatus("Old sales")).toEqual({ isOpen: true, closedReason: "" });
    expect(api.scheduleStatus("sales")).toBeNull();
    expect(log).toContain("connect");
  });

  it("[PA3] a name wins over another schedule's former name, and Unicode's forms of it are one name", () => {
    const { api, load, store } = setUp();
    load();
    const add = (key: string, data: object) => {
      const item = liveItem("schedule", "schedules-0", { key, revision: "1", updated: NINE, data });
      store.dispatch(liveChanged([{ type: "changed", item }]));
    };
    add("old", { ...schedule, name: "Old sales", aliases: [], manualClose: true });
    add("cafe", { name: "Caf\u00e9", timeZone: "UTC", manualClose: true, rules: [] });
    expect(api.scheduleStatus("Old sales")).toEqual({ isOpen: false, closedReason: "manual" });
    expect(api.scheduleStatus("Cafe\u0301")).toEqual({ isOpen: false, closedReason: "manual" });
    expect(api.scheduleStatus("Nothing")).toBeNull();
  });

  it("[BD10] no status exists while a schedule's rules are loading, and their arrival is no change", () => {
    const { api, load, store } = setUp();
    const changes: StatusChange[] = [];
    api.onStatusChange((change) => changes.push(change));
    const half: unknown[] = [];
    load(() => {
      store.dispatch(ticked(NINE));
      half.push(api.scheduleStatus("Sales"));
    });
    expect(half).toEqual([null]);
    expect(api.scheduleStatus("Sales")).toEqual({ isOpen: true, closedReason: "" });
    expect(changes).toEqual([]);
  });

  it("[PA4] listeners receive each status change, by a publish or by time, and nothing else", () => {
    const { api, load, close, store } = setUp();
    load();
    const changes: StatusChange[] = [];
    const stop = api.onStatusChange((change) => changes.push(change));
    store.dispatch(ticked(NINE + HOUR));
    expect(changes).toEqual([]);
    close();
    expect(changes).toEqual([
      {
        id: "sales",
        name: "Sales",
        status: { isOpen: false, closedReason: "manual" },
        previous: { isOpen: true, closedReason: "" },
      },
    ]);
    stop();
    store.dispatch(ticked(NINE + 9 * HOUR));
    expect(changes).toHaveLength(1);
  });

  it("[PA4] listeners receive a change of the reason alone", () => {
    const { api, load, store } = setUp();
    load();
    const shut = (closedReason: string, revision: string): void => {
      const data = { name: "Hours", isOpen: false, closedReason };
      const item = liveItem("rule", "rules-0", { key: "hours", revision, updated: NINE, data });
      store.dispatch(liveChanged([{ type: "changed", item }]));
    };
    shut("lunch", "2");
    const changes: StatusChange[] = [];
    api.onStatusChange((change) => changes.push(change));
    shut("holiday", "3");
    expect(changes.map(({ previous, status }) => [previous, status])).toEqual([
      [
        { isOpen: false, closedReason: "lunch" },
        { isOpen: false, closedReason: "holiday" },
      ],
    ]);
    // The same reason in another revision is no change.
    shut("holiday", "4");
    expect(changes).toHaveLength(1);
  });

  it("[PA4] a listener opens Sync, and schedules that come or go raise nothing", () => {
    const { api, load, store, log } = setUp();
    load();
    const changes: StatusChange[] = [];
    api.onStatusChange((change) => changes.push(change));
    expect(log).toEqual(["connect"]);
    const item = liveItem("schedule", "schedules-0", {
      key: "new",
      revision: "1",
      updated: NINE,
      data: schedule,
    });
    store.dispatch(liveChanged([{ type: "changed", item }]));
    store.dispatch(liveChanged([{ type: "removed", kind: "schedule", id: "new" }]));
    expect(changes).toEqual([]);
  });

  it("[PA4] listeners receive a change by time", () => {
    const { api, load, store } = setUp();
    load();
    const changes: StatusChange[] = [];
    api.onStatusChange((change) => changes.push(change));
    store.dispatch(ticked(NINE + 8 * HOUR));
    expect(changes.map(({ status }) => status)).toEqual([{ isOpen: false, closedReason: "closed" }]);
  });
});
