import type { SyncMap, SyncMapItem } from "twilio-sync";
import { MAX_PAGE } from "@schedule-manager/shared/sync/layout";
import { type MapListener, type SyncItem, SyncProblem, type Watch } from "./connection";
import type { OpenMap } from "./open-maps";
import { lost } from "./problem";

/** The maximum number of times a map is read again because it changed between two pages. */
const MAX_READS = 5;

/** A copy, because the SDK mutates its own object. */
export const itemOf = ({ key, data, revision, dateUpdated }: SyncMapItem): SyncItem => ({
  key,
  data,
  revision,
  updated: dateUpdated.getTime(),
});

type MapEvent =
  | { readonly type: "changed"; readonly item: SyncItem }
  | { readonly type: "removed"; readonly key: string }
  | { readonly type: "lost"; readonly error: unknown };

/**
 * Reads all items with the SDK's public paging.
 * @param isDisturbed whether an item was added or removed since the map was opened
 * @returns null: unreliable. The SDK pages through its cache, and skips items next to one that an event added or
 * removed
 */
async function readPages(map: SyncMap, isDisturbed: () => boolean): Promise<readonly SyncItem[] | null> {
  const items: SyncItem[] = [];
  try {
    for (let page = await map.getItems({ pageSize: MAX_PAGE }); ; page = await page.nextPage()) {
      items.push(...page.items.map(itemOf));
      if (!page.hasNextPage) return items;
      if (isDisturbed()) return null;
    }
  } catch (error) {
    // The SDK throws a TypeError for a page that contains an item that an event removed before.
    if (error instanceof TypeError && isDisturbed()) return null;
    throw error;
  }
}

/** Subscribes, then reads the pages, then delivers the events received meanwhile. @returns false: read again */
async function follow(opened: OpenMap, listener: MapListener): Promise<boolean> {
  const { map, isSubscribed, onSubscribed, close } = opened;
  let waiting: MapEvent[] | null = [];
  let disturbed = false;
  let isLost = false;

  const deliver = (event: MapEvent): void => {
    if (waiting !== null) waiting.push(event);
    else if (event.type === "changed") listener.changed(event.item);
    else if (event.type === "removed") listener.removed(event.key);
    else {
      isLost = true;
      close();
      listener.lost(lost(event.error));
    }
  };
  // Pages read before the subscription is active could miss changes in between.
  const subscribed = new Promise<void>((resolve) => {
    if (isSubscribed()) resolve();
    onSubscribed(() => {
      resolve();
      if (waiting === null) listener.caughtUp();
    });
    map.on("removed", () => {
      resolve();
      deliver({ type: "lost", error: new SyncProblem(404, 0, "The map was removed.") });
    });
    map.on("failure", (error: unknown) => {
      resolve();
      deliver({ type: "lost", error });
    });
  });
  map.on("itemAdded", ({ item }: { item: SyncMapItem }) => {
    disturbed = true;
    deliver({ type: "changed", item: itemOf(item) });
  });
  map.on("itemUpdated", ({ item }: { item: SyncMapItem }) => {
    deliver({ type: "changed", item: itemOf(item) });
  });
  map.on("itemRemoved", ({ key }: { key: string }) => {
    disturbed = true;
    deliver({ type: "removed", key });
  });

  await subscribed;
  const items = await readPages(map, () => disturbed);
  if (items === null) return false;
  const keys = new Set(items.map(({ key }) => key));
  const events = waiting;
  waiting = null;
  listener.reset(items);
  for (const event of events) {
    // A page contained an item after its removal event: the item was recreated.
    if (event.type !== "removed" || !keys.has(event.key)) deliver(event);
  }
  if (isSubscribed() && !isLost) listener.caughtUp();
  return true;
}

/** Follows a map, see `SyncConnection.watchMap`. */
export async function followMap(
  open: () => Promise<OpenMap>,
  name: string,
  listener: MapListener,
): Promise<Watch> {
  for (let read = 1; read <= MAX_READS; read += 1) {
    const opened = await open();
    try {
      if (await follow(opened, listener)) return { close: opened.close };
    } catch (error) {
      opened.close();
      throw error;
    }
    opened.close();
  }
  throw new SyncProblem(0, 0, `${name} kept changing while it was read.`);
}
