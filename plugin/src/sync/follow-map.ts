import type { SyncMap, SyncMapItem } from "twilio-sync";
import { MAX_PAGE } from "@schedule-manager/shared/sync-layout";
import type { MapListener, SyncItem } from "./connection";
import { lost } from "./problem";

/** Copied at once: the SDK goes on changing its own object. */
export const itemOf = ({ key, data, revision, dateUpdated }: SyncMapItem): SyncItem => ({
  key,
  data,
  revision,
  updated: dateUpdated.getTime(),
});

/**
 * The items that came with the map's own request; null: not all of them, or this SDK keeps them elsewhere. The
 * SDK's public way to the items asks Sync again, and reads are what Sync limits (20 a second for each map).
 */
function included(map: SyncMap): readonly SyncItem[] | null {
  interface Raw {
    readonly key: string;
    readonly data: unknown;
    readonly revision: string;
    readonly date_updated: Date;
  }
  const { syncMapImpl } = map as unknown as {
    readonly syncMapImpl?: { readonly descriptor?: { readonly items?: readonly Raw[] } };
  };
  const items = syncMapImpl?.descriptor?.items;
  if (items === undefined || items.length >= MAX_PAGE) return null;
  return items.map(({ key, data, revision, date_updated }) => ({
    key,
    data,
    revision,
    updated: date_updated.getTime(),
  }));
}

async function paged(map: SyncMap): Promise<SyncItem[]> {
  const items: SyncItem[] = [];
  for (let page = await map.getItems({ pageSize: MAX_PAGE }); ; page = await page.nextPage()) {
    items.push(...page.items.map(itemOf));
    if (!page.hasNextPage) return items;
  }
}

/**
 * Listeners first, then the items, then what came meanwhile.
 * @param resumed what the listener holds already is what the map held: nothing is read
 * @returns false when an item was added while pages were read: the SDK pages through its cache and would skip
 *   whatever lies before an item that it got to know by an event
 */
export async function followMap(map: SyncMap, listener: MapListener, resumed: boolean): Promise<boolean> {
  let waiting: (() => void)[] | null = [];
  let added = false;
  const tell = (event: () => void): void => {
    if (waiting === null) event();
    else waiting.push(event);
  };
  map.on("itemAdded", ({ item }: { item: SyncMapItem }) => {
    added = true;
    const copy = itemOf(item);
    tell(() => {
      listener.changed(copy);
    });
  });
  map.on("itemUpdated", ({ item }: { item: SyncMapItem }) => {
    const copy = itemOf(item);
    tell(() => {
      listener.changed(copy);
    });
  });
  map.on("itemRemoved", ({ key }: { key: string }) => {
    tell(() => {
      listener.removed(key);
    });
  });
  map.on("removed", () => {
    tell(() => {
      listener.lost({ status: 404, code: 0, message: "The map was removed." });
    });
  });
  map.on("failure", (error: unknown) => {
    tell(() => {
      listener.lost(lost(error));
    });
  });
  // The SDK says so when Sync has sent what was missed, after opening as after each reconnection.
  map.on("_subscriptionStateChanged", (state: string) => {
    if (state !== "established") return;
    tell(() => {
      listener.caughtUp();
    });
  });
  if (!resumed) {
    let items = included(map);
    if (items === null) {
      items = await paged(map);
      if (added) return false;
    }
    listener.reset(items);
  }
  const events = waiting;
  waiting = null;
  for (const event of events) event();
  return true;
}
