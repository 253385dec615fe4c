import type { SyncClient, SyncDocument, SyncMap, SyncMapItem } from "twilio-sync";
import type { Data, DocumentPort, Item, MapPort, SyncPort, WatchPort } from "./port";

/** A copy, because the library returns one object and changes it in place. */
const toItem = (item: SyncMapItem): Item => ({
  key: item.key,
  data: item.data as Data,
  revision: item.revision,
  dateUpdated: item.dateUpdated,
  dateExpires: typeof item.dateExpires === "string" ? new Date(item.dateExpires) : null,
});

function mapPort(map: SyncMap): MapPort {
  return {
    sid: map.sid,
    async put(key, data, ttl) {
      return toItem(await map.set(key, data, ttl === undefined ? {} : { ttl }));
    },
    async get(key) {
      return toItem(await map.get(key));
    },
    async remove(key) {
      await map.remove(key);
    },
    async pages(listing = {}) {
      const pages: string[][] = [];
      for (let page = await map.getItems(listing); ; page = await page.nextPage()) {
        pages.push(page.items.map(({ key }) => key));
        if (!page.hasNextPage) return pages;
      }
    },
  };
}

function documentPort(document: SyncDocument): DocumentPort {
  return {
    sid: document.sid,
    async read() {
      const { data, revision } = document as unknown as { data: Data; revision: string };
      return { data, revision };
    },
    async write(data) {
      await document.set(data);
    },
  };
}

/** The `twilio-sync` library over its socket. */
export const clientPort = (client: SyncClient): SyncPort & WatchPort => ({
  async createMap(id) {
    return mapPort(await client.map({ id, mode: "create_new" }));
  },
  async openMap(id) {
    return mapPort(await client.map({ id, mode: "open_existing" }));
  },
  async removeMap(id) {
    await (await client.map({ id, mode: "open_existing" })).removeMap();
  },
  async createDocument(id, data) {
    return documentPort(await client.document({ id, mode: "create_new", data }));
  },
  async openDocument(id) {
    return documentPort(await client.document({ id, mode: "open_existing" }));
  },

  async watchMap(id) {
    const map = await client.map({ id, mode: "open_existing" });
    const log: string[] = [];
    map.on("itemAdded", ({ item }: { item: SyncMapItem }) => log.push(`added ${item.key}`));
    map.on("itemUpdated", ({ item }: { item: SyncMapItem }) => log.push(`updated ${item.key}`));
    map.on("itemRemoved", ({ key }: { key: string }) => log.push(`removed ${key}`));
    map.on("removed", () => log.push("gone"));
    await subscribed(map);
    return { log, stop: () => map.close() };
  },
  async watchDocument(id) {
    const document = await client.document({ id, mode: "open_existing" });
    const log: string[] = [];
    document.on("updated", ({ data }: { data: Data }) => log.push(`document ${JSON.stringify(data)}`));
    document.on("removed", () => log.push("gone"));
    await subscribed(document);
    return { log, stop: () => document.close() };
  },
});

/** Waits until the server sends this object's events: the library subscribes in the background. */
export function subscribed(object: SyncMap | SyncDocument): Promise<void> {
  const inner = object as unknown as {
    syncMapImpl?: { subscriptionState: string };
    syncDocumentImpl?: { subscriptionState: string };
  };
  const state = (): string | undefined => (inner.syncMapImpl ?? inner.syncDocumentImpl)?.subscriptionState;
  return new Promise((resolve, reject) => {
    if (state() === "established") resolve();
    object.on("_subscriptionStateChanged", (now: string) => {
      if (now === "established") resolve();
    });
    object.on("failure", reject);
  });
}
