import { SyncProblem } from "../../stand-in/sync/problem";
import { parseIfMatch } from "../../stand-in/sync/check";
import type { SyncSession } from "../../stand-in/sync/sync";
import type { Json, MapItem } from "../../stand-in/sync/types";
import type { Data, DocumentPort, Item, MapPort, RevisionPort, SyncPort, Watch, WatchPort } from "./port";

const json = (data: Data): Json => JSON.parse(JSON.stringify(data)) as Json;

const toItem = (item: MapItem): Item => ({
  key: item.key,
  data: item.data,
  revision: String(item.revision),
  dateUpdated: new Date(item.dateUpdated),
  dateExpires: item.dateExpires === null ? null : new Date(item.dateExpires),
});

function mapPort(session: SyncSession, sid: string): MapPort {
  return {
    sid,
    async put(key, data, ttl) {
      return toItem(session.putItem(sid, key, { data: json(data), ttl }).item);
    },
    async get(key) {
      return toItem(session.fetchItem(sid, key));
    },
    async remove(key) {
      session.removeItem(sid, key);
    },
    async pages(listing = {}) {
      const pages: string[][] = [];
      let page = session.listItems(sid, listing);
      for (;;) {
        pages.push(page.items.map(({ key }) => key));
        if (page.nextToken === null) return pages;
        page = session.listItems(sid, { pageSize: listing.pageSize, pageToken: page.nextToken });
      }
    },
  };
}

function documentPort(session: SyncSession, sid: string): DocumentPort {
  return {
    sid,
    async read() {
      const { data, revision } = session.fetch("document", sid);
      return { data, revision: String(revision) };
    },
    async write(data) {
      session.updateDocument(sid, { data: json(data) });
    },
  };
}

/** The stand-in's semantics, as one caller. */
export const directPort = (session: SyncSession): SyncPort & RevisionPort & WatchPort => ({
  async createMap(uniqueName) {
    return mapPort(session, session.createMap({ uniqueName }).sid);
  },
  async openMap(id) {
    return mapPort(session, session.fetch("map", id).sid);
  },
  async removeMap(id) {
    session.remove("map", id);
  },
  async createDocument(uniqueName, data) {
    return documentPort(session, session.createDocument({ uniqueName, data: json(data) }).sid);
  },
  async openDocument(id) {
    return documentPort(session, session.fetch("document", id).sid);
  },

  async addItem(map, key, data) {
    return toItem(session.createItem(map, key, { data: json(data) }));
  },
  async updateItem(map, key, data, ifMatch) {
    return toItem(session.updateItem(map, key, { data: json(data), ifMatch: parseIfMatch(ifMatch) }));
  },
  async removeItem(map, key, ifMatch) {
    session.removeItem(map, key, parseIfMatch(ifMatch));
  },
  async updateDocument(id, data, ifMatch) {
    const { revision } = session.updateDocument(id, { data: json(data), ifMatch: parseIfMatch(ifMatch) });
    return String(revision);
  },
  async keysAfter(map, from) {
    return session.listItems(map, { from, bounds: "exclusive" }).items.map(({ key }) => key);
  },
  async createNamed(kind, uniqueName, ttl) {
    if (kind === "map") session.createMap({ uniqueName, ttl });
    else session.createDocument({ uniqueName, ttl });
  },

  watchMap: async (id) => watch(session, session.fetch("map", id).sid),
  watchDocument: async (id) => watch(session, session.fetch("document", id).sid),
});

function watch(session: SyncSession, sid: string): Watch {
  const log: string[] = [];
  const stop = session.store.onEvent((event) => {
    if (event.objectSid !== sid) return;
    const [, item] = /^map_item_(.*)$/.exec(event.type) ?? [];
    if (item !== undefined) log.push(`${item} ${event.key}`);
    else if (event.type === "document_updated")
      log.push(`document ${JSON.stringify(event.body["document_data"])}`);
    else if (event.type.endsWith("_removed")) log.push("gone");
    else throw new SyncProblem("notFound", event.type);
  });
  return { log, stop };
}
