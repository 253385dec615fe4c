import { parseIfMatch } from "../sync/check";
import type { PageQuery } from "../sync/paging";
import { SyncProblem } from "../sync/problem";
import { isoDate } from "../sync/store";
import type { SyncSession } from "../sync/sync";
import { fieldsOf, ttlOf } from "./body";
import { cdsItem, cdsItemReply } from "./cds-shapes";
import type { UpstreamRequest, UpstreamResponse } from "./upstream";

/** A map's items: GET the collection, PUT, POST or DELETE one. */
export function cdsItems(
  session: SyncSession,
  mapId: string,
  key: string | undefined,
  request: UpstreamRequest,
): UpstreamResponse {
  if (key === undefined) {
    if (request.method === "GET") return list(session, mapId, request);
    throw new SyncProblem("methodNotAllowed");
  }
  const map = session.store.find(session.service, "map", mapId);
  const body = fieldsOf(request.body);
  const change = {
    data: body["data"],
    ttl: ttlOf(body),
    ifMatch: parseIfMatch(request.headers["if-match"]),
  };
  switch (request.method) {
    case "GET":
      return { status: 200, body: cdsItem(map, session.fetchItem(mapId, key)) };
    case "PUT": {
      const { item, added } = session.putItem(mapId, key, change);
      return { status: added ? 201 : 200, body: cdsItemReply(map, item) };
    }
    case "POST":
      return { status: 200, body: cdsItemReply(map, session.updateItem(mapId, key, change)) };
    case "DELETE": {
      const { item } = session.removeItem(mapId, key, change.ifMatch);
      const removed = { ...cdsItemReply(map, item), date_updated: isoDate(map.dateUpdated) };
      return { status: 200, body: { ...removed, last_event_id: map.lastEventId } };
    }
    default:
      throw new SyncProblem("methodNotAllowed");
  }
}

/** `?Key=` requests one item; a missing item gives an empty list, not an error. */
function list(session: SyncSession, mapId: string, { query }: UpstreamRequest): UpstreamResponse {
  const map = session.store.find(session.service, "map", mapId);
  const key = query["Key"];
  const page = session.listItems(mapId, key === undefined ? pageQuery(query) : { from: key, pageSize: 1 });
  const items = key === undefined ? page.items : page.items.filter((item) => item.key === key);
  return {
    status: 200,
    body: {
      items: items.map((item) => cdsItem(map, item)),
      meta: {
        previous_token: key === undefined ? page.previousToken : null,
        next_token: key === undefined ? page.nextToken : null,
      },
    },
  };
}

function pageQuery(query: UpstreamRequest["query"]): PageQuery {
  const size = query["PageSize"];
  return {
    order: query["Order"] === "desc" ? "desc" : "asc",
    from: query["From"],
    pageSize: size === undefined ? undefined : Number(size),
    pageToken: query["PageToken"],
    hideExpired: query["HideExpired"] === "true",
  };
}
