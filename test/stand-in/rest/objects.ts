import type { HostResponse } from "../http/host";
import { SyncProblem } from "../sync/problem";
import type { SyncSession } from "../sync/sync";
import type { ObjectKind, SyncObject } from "../sync/types";
import { cutPage, listReply } from "./lists";
import type { RestCall } from "./rest";
import { COLLECTION, objectShape } from "./shapes";

/** Only documents have an ETag; maps and streams accept no conditional request. */
const etag = (object: SyncObject): Record<string, string> =>
  object.kind === "document" ? { etag: `"${object.revision}"` } : {};

/** Documents, maps and streams themselves. */
export function objectRoute(
  call: RestCall,
  session: SyncSession,
  kind: ObjectKind,
  id: string | undefined,
): HostResponse {
  const { request } = call;
  const { method, base } = request;
  if (id === undefined) {
    if (method === "GET") {
      const page = cutPage(request, session.list(kind), (object) => object.sid);
      return listReply(request, COLLECTION[kind].toLowerCase(), page, (object) => objectShape(base, object));
    }
    if (method === "POST") {
      const object = create(call, session, kind);
      return { status: 201, headers: etag(object), body: objectShape(base, object) };
    }
  } else {
    if (method === "GET") {
      const object = session.fetch(kind, id);
      return { status: 200, headers: etag(object), body: objectShape(base, object) };
    }
    if (method === "POST") {
      const object = update(call, session, kind, id);
      return { status: 200, headers: etag(object), body: objectShape(base, object) };
    }
    if (method === "DELETE") {
      session.remove(kind, id);
      return { status: 204 };
    }
  }
  throw new SyncProblem("methodNotAllowed");
}

function create({ params }: RestCall, session: SyncSession, kind: ObjectKind): SyncObject {
  const uniqueName = params.text("UniqueName");
  switch (kind) {
    case "document":
      return session.createDocument({ uniqueName, data: params.json("Data"), ttl: params.ttl("Ttl") });
    case "map":
      return session.createMap({ uniqueName, ttl: params.ttl("CollectionTtl") });
    case "stream":
      return session.createStream({ uniqueName, ttl: params.ttl("Ttl") });
  }
}

function update({ params }: RestCall, session: SyncSession, kind: ObjectKind, id: string): SyncObject {
  if (kind === "document") {
    return session.updateDocument(id, {
      data: params.json("Data"),
      ttl: params.ttl("Ttl"),
      ifMatch: params.ifMatch,
    });
  }
  const ttl = params.ttl(kind === "map" ? "CollectionTtl" : "Ttl");
  if (ttl === undefined) throw new SyncProblem("noParameters");
  return session.setTtl(kind, id, ttl);
}
