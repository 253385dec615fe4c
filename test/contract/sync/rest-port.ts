import type { RestService } from "./environment";
import type { Data, DocumentPort, Item, MapPort, RevisionPort, SyncPort } from "./port";

interface RestItem {
  readonly key: string;
  readonly data: unknown;
  readonly revision: string;
  readonly dateUpdated: Date;
  readonly dateExpires: Date | null;
}
const toItem = ({ key, data, revision, dateUpdated, dateExpires }: RestItem): Item => ({
  key,
  data: data as Data,
  revision,
  dateUpdated,
  dateExpires,
});

function mapPort(service: RestService, sid: string): MapPort {
  const map = service.syncMaps(sid);
  return {
    sid,
    // REST has no "add or replace".
    async put(key, data, ttl) {
      const change = { data, ...(ttl === undefined ? {} : { itemTtl: ttl }) };
      try {
        return toItem(await map.syncMapItems(key).update(change));
      } catch (error) {
        if ((error as { status?: number }).status !== 404) throw error;
        return toItem(await map.syncMapItems.create({ key, ...change }));
      }
    },
    async get(key) {
      return toItem(await map.syncMapItems(key).fetch());
    },
    async remove(key) {
      await map.syncMapItems(key).remove();
    },
    async pages(listing = {}) {
      const pages: string[][] = [];
      for (let page = await map.syncMapItems.page(listing); ;) {
        pages.push(page.instances.map(({ key }) => key));
        const next = await page.nextPage();
        if (next === undefined) return pages;
        page = next as typeof page;
      }
    },
  };
}

function documentPort(service: RestService, sid: string): DocumentPort {
  const document = service.documents(sid);
  return {
    sid,
    async read() {
      const fetched = await document.fetch();
      return { data: fetched.data as Data, revision: fetched.revision };
    },
    async write(data) {
      await document.update({ data });
    },
  };
}

/** The `twilio` library over REST. */
export const restPort = (service: RestService): SyncPort & RevisionPort => ({
  async createMap(uniqueName) {
    return mapPort(service, (await service.syncMaps.create({ uniqueName })).sid);
  },
  async openMap(id) {
    return mapPort(service, (await service.syncMaps(id).fetch()).sid);
  },
  async removeMap(id) {
    await service.syncMaps(id).remove();
  },
  async createDocument(uniqueName, data) {
    return documentPort(service, (await service.documents.create({ uniqueName, data })).sid);
  },
  async openDocument(id) {
    return documentPort(service, (await service.documents(id).fetch()).sid);
  },

  async addItem(map, key, data) {
    return toItem(await service.syncMaps(map).syncMapItems.create({ key, data }));
  },
  async updateItem(map, key, data, ifMatch) {
    const change = { data, ...(ifMatch === undefined ? {} : { ifMatch }) };
    return toItem(await service.syncMaps(map).syncMapItems(key).update(change));
  },
  async removeItem(map, key, ifMatch) {
    const item = service.syncMaps(map).syncMapItems(key);
    await (ifMatch === undefined ? item.remove() : item.remove({ ifMatch }));
  },
  async updateDocument(id, data, ifMatch) {
    const change = { data, ...(ifMatch === undefined ? {} : { ifMatch }) };
    return (await service.documents(id).update(change)).revision;
  },
  async keysAfter(map, from) {
    const items = await service.syncMaps(map).syncMapItems.list({ from, bounds: "exclusive" });
    return items.map(({ key }) => key);
  },
  async createNamed(kind, uniqueName, ttl) {
    const options = { uniqueName, ...(ttl === undefined ? {} : { ttl }) };
    await (kind === "map" ? service.syncMaps.create(options) : service.documents.create(options));
  },
});
