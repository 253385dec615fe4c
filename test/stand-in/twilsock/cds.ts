/** The client libraries' API to Sync, as it arrives through the socket. */
import { segmentsOf } from "../http/host";
import { parseIfMatch } from "../sync/check";
import { SyncProblem } from "../sync/problem";
import type { SyncSession } from "../sync/sync";
import type { SyncObject } from "../sync/types";
import { fieldsOf, ttlOf } from "./body";
import { cdsItem, cdsObject } from "./cds-shapes";
import { cdsItems } from "./cds-items";
import type { UpstreamRequest, UpstreamResponse } from "./upstream";

const COLLECTIONS = { Documents: "document", Maps: "map", Streams: "stream" } as const;
type Collection = keyof typeof COLLECTIONS;
const isCollection = (name: string | undefined): name is Collection =>
  name !== undefined && Object.hasOwn(COLLECTIONS, name);

/** Answers one request; refusals are responses too. */
export function cds(session: SyncSession, request: UpstreamRequest): UpstreamResponse {
  try {
    return route(session, request);
  } catch (error) {
    if (!(error instanceof SyncProblem)) throw error;
    return { status: error.status, body: error.body };
  }
}

/** `/v3[/Services/{service}]/{collection}[/{object}[/{part}[/{name}]]]` */
function route(session: SyncSession, request: UpstreamRequest): UpstreamResponse {
  const [version, ...segments] = segmentsOf(request.path);
  if (version !== "v3") throw new SyncProblem("notFound");
  const ofService = segments[0] === "Services";
  if (ofService && segments[1] !== session.service) throw new SyncProblem("serviceNotFound");
  const [collection, id, part, name, ...rest] = ofService ? segments.slice(2) : segments;
  if (collection === "Lists") throw new SyncProblem("listNotFound", "The stand-in has no Lists");
  if (!isCollection(collection) || rest.length > 0) throw new SyncProblem("notFound");
  if (id === undefined) return create(session, collection, request);
  if (part === undefined) return object(session, collection, id, request);
  if (part === "Items" && collection === "Maps") return cdsItems(session, id, name, request);
  if (part === "Messages" && collection === "Streams" && request.method === "POST") {
    const { data } = fieldsOf(request.body);
    return { status: 201, body: { sid: session.publish(id, data).sid, data } };
  }
  throw new SyncProblem("notFound");
}

function create(session: SyncSession, collection: Collection, request: UpstreamRequest): UpstreamResponse {
  if (request.method !== "POST") throw new SyncProblem("methodNotAllowed");
  const body = fieldsOf(request.body);
  const options = {
    uniqueName: typeof body["unique_name"] === "string" ? body["unique_name"] : undefined,
    ttl: ttlOf(body),
  };
  const made: Record<Collection, () => SyncObject> = {
    Documents: () => session.createDocument({ ...options, data: body["data"] }),
    Maps: () => session.createMap(options),
    Streams: () => session.createStream(options),
  };
  return { status: 201, body: cdsObject(made[collection](), false) };
}

function object(
  session: SyncSession,
  collection: Collection,
  id: string,
  request: UpstreamRequest,
): UpstreamResponse {
  const kind = COLLECTIONS[collection];
  switch (request.method) {
    case "GET": {
      const found = named(() => session.fetch(kind, id), id);
      if (found.kind !== "map" || request.query["Include"] !== "items") {
        return { status: 200, body: cdsObject(found) };
      }
      const items = [...found.items]
        .slice(0, session.store.pageSizes.max)
        .map((item) => cdsItem(found, item));
      return { status: 200, body: { ...cdsObject(found), items } };
    }
    case "POST": {
      const body = fieldsOf(request.body);
      if (kind === "document")
        return { status: 200, body: cdsObject(updateDocument(session, id, request), false) };
      const ttl = ttlOf(body);
      if (ttl === undefined) throw new SyncProblem("noParameters");
      return { status: 200, body: cdsObject(session.setTtl(kind, id, ttl)) };
    }
    case "DELETE":
      session.remove(kind, id);
      return { status: 204 };
    default:
      throw new SyncProblem("methodNotAllowed");
  }
}

/** A missing name in `open` has its own code. */
function named<T>(open: () => T, id: string): T {
  try {
    return open();
  } catch (error) {
    const byName = !/^(ET|MP|TO)[a-f0-9]{32}$/.test(id);
    if (error instanceof SyncProblem && error.status === 404 && byName)
      throw new SyncProblem("nameNotFound", id);
    throw error;
  }
}

function updateDocument(session: SyncSession, id: string, request: UpstreamRequest) {
  const body = fieldsOf(request.body);
  return session.updateDocument(id, {
    data: body["data"],
    ttl: ttlOf(body),
    ifMatch: parseIfMatch(request.headers["if-match"]),
  });
}
