import type { HostResponse } from "../http/host";
import { SyncProblem } from "../sync/problem";
import type { SyncSession } from "../sync/sync";
import type { MapItem } from "../sync/types";
import { listReply, pageQuery } from "./lists";
import type { RestCall } from "./rest";
import { itemShape } from "./shapes";

/** A map's items. REST has no upsert: POST to the collection adds, POST to an item updates. */
export function itemRoute(
  { request, params }: RestCall,
  session: SyncSession,
  mapId: string,
  key: string | undefined,
): HostResponse {
  const { method, base } = request;
  const shape = (item: MapItem) => itemShape(base, session.store.find(session.service, "map", mapId), item);
  const reply = (status: number, item: MapItem): HostResponse => ({
    status,
    headers: { etag: `"${item.revision}"` },
    body: shape(item),
  });
  const change = () => ({
    data: params.json("Data"),
    ttl: params.ttl("ItemTtl"),
    collectionTtl: params.integer("CollectionTtl", "invalidTtl"),
  });
  if (key === undefined) {
    if (method === "GET") {
      return listReply(request, "items", session.listItems(mapId, pageQuery(request)), shape);
    }
    if (method === "POST") return reply(201, session.createItem(mapId, params.required("Key"), change()));
  } else {
    if (method === "GET") return reply(200, session.fetchItem(mapId, key));
    if (method === "POST") {
      return reply(200, session.updateItem(mapId, key, { ...change(), ifMatch: params.ifMatch }));
    }
    if (method === "DELETE") {
      session.removeItem(mapId, key, params.ifMatch);
      return { status: 204 };
    }
  }
  throw new SyncProblem("methodNotAllowed");
}
