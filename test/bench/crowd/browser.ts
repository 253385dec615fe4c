/** An agent's browser with the whole catalogue and one badge. The bench bundles it once for each version it compares. */
import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { HEAD, LAYOUT, mapName, mapOf } from "@schedule-manager/shared/sync/layout";
import { runClock } from "@schedule-manager/plugin/catalogue/clock-effect";
import { followCatalogue } from "@schedule-manager/plugin/catalogue/live-effect";
import { createCatalogueSelectors } from "@schedule-manager/plugin/catalogue/selectors";
import { reducer } from "@schedule-manager/plugin/store/root";
import type { MapListener, SyncConnection } from "@schedule-manager/plugin/sync/connection";
import { configureStore } from "@reduxjs/toolkit";
import { createQueueSelectors } from "@schedule-manager/plugin/features/badges/queue-status";
import { pageGlobals } from "../scale/page-globals";
import { VirtualTime } from "./virtual-time";

/** ms between the events of one publish: the writes of a function follow one another. */
const BETWEEN = 15;
/** ms after which no timer of a publish is left. */
const SETTLED = 900;

export interface Cost {
  /** ms of the processor's time */
  readonly ms: number;
  readonly events: number;
  readonly dispatches: number;
  /** How often the statuses of all schedules were gone through. */
  readonly passes: number;
}

export interface Browser {
  /** Receives a publish of these items. */
  publish(items: readonly (Rule | Schedule)[]): Cost;
}

interface Options {
  readonly configuration: Configuration;
  readonly shards: number;
  /** ms since the epoch */
  readonly now: number;
  readonly right: "read" | "edit";
  readonly queue: { readonly sid: string; readonly name: string };
}

type DocumentListener = Parameters<SyncConnection["watchDocument"]>[1];

export async function openBrowser(options: Options): Promise<Browser> {
  const { configuration, shards, now, right, queue } = options;
  pageGlobals();
  const time = new VirtualTime();
  const maps = new Map<string, MapListener>();
  const documents = new Map<string, DocumentListener>();
  let revision = 0;
  let generation = 1;
  let dispatches = 0;
  let passes = 0;

  const store = configureStore({ reducer: { scheduleManager: reducer }, middleware: [] });
  const selectors = createCatalogueSelectors();
  const { queueStatus } = createQueueSelectors(selectors);
  let table: unknown = null;
  store.subscribe(() => {
    dispatches += 1;
    queueStatus(store.getState(), queue);
    const current = selectors.selectStatusTable(store.getState());
    if (current !== table) passes += 1;
    table = current;
  });

  const connection = {
    watchMap: (name: string, listener: MapListener) => {
      maps.set(name, listener);
      return Promise.resolve({ close: () => undefined });
    },
    watchDocument: (name: string, listener: DocumentListener) => {
      documents.set(name, listener);
      return Promise.resolve({ close: () => undefined });
    },
  } as unknown as SyncConnection;

  const isRule = (item: Rule | Schedule): item is Rule => "isOpen" in item;
  const mapOfItem = (item: Rule | Schedule): string =>
    mapOf(isRule(item) ? "rule" : "schedule", item.id, shards);
  const syncItem = ({ id, ...data }: Rule | Schedule) => {
    revision += 1;
    return { key: id, data, revision: String(revision), updated: now };
  };
  const restore = time.install();
  try {
    runClock(store, selectors, { localNow: () => now });
    const session = { token: "t", serviceSid: "IS0", ttl: 3600, now, identity: "sam", right, shards };
    const control = { fail: () => undefined, busy: () => undefined, isConnected: () => true };
    followCatalogue((action) => store.dispatch(action))(connection, session, control);
    await Promise.resolve();
    documents.get(LAYOUT)?.changed({ data: { generation, shards }, revision: "0" });
    for (const kind of ["schedule", "rule"] as const) {
      for (let shard = 0; shard < shards; shard += 1) {
        const name = mapName(kind, shard, shards);
        const items: readonly (Rule | Schedule)[] =
          kind === "rule" ? configuration.rules : configuration.schedules;
        maps.get(name)?.reset(items.filter((item) => mapOfItem(item) === name).map(syncItem));
        maps.get(name)?.caughtUp();
      }
    }
    time.pass(SETTLED);
  } finally {
    restore();
  }

  return {
    publish(items) {
      const events = items.map((item) => ({ map: mapOfItem(item), item: syncItem(item) }));
      generation += 1;
      const lease = { id: "publish-1", by: { identity: "ada" }, since: "", phase: "checking", generation };
      const head = { generation, shards, publish: null, recent: [] };
      const heads = [
        { ...head, publish: lease },
        { ...head, publish: { ...lease, phase: "applying" } },
        head,
      ];
      const tellHead = (): void => {
        const data = heads.shift();
        if (right === "edit") documents.get(HEAD)?.changed({ data, revision: "1" });
      };
      const before = { dispatches, passes };
      const restoreTimers = time.install();
      const began = process.cpuUsage();
      tellHead();
      tellHead();
      for (const { map, item } of events) {
        maps.get(map)?.changed(item);
        time.pass(BETWEEN);
      }
      documents.get(LAYOUT)?.changed({ data: { generation, shards }, revision: "1" });
      time.pass(BETWEEN);
      tellHead();
      time.pass(SETTLED);
      const { user, system } = process.cpuUsage(began);
      restoreTimers();
      return {
        ms: (user + system) / 1000,
        events: events.length + (right === "edit" ? 4 : 1),
        dispatches: dispatches - before.dispatches,
        passes: passes - before.passes,
      };
    },
  };
}
