/** The common part of documents, maps and streams. */
import { checkData, checkName, expiryOf } from "./check";
import { ItemIndex } from "./item-index";
import { demand } from "./permissions";
import { SyncProblem } from "./problem";
import { isoDate, type Store } from "./store";
import type { Caller, Json, ObjectKind, SyncDocument, SyncMap, SyncObject, SyncStream } from "./types";

export interface NewObject {
  readonly uniqueName?: string | undefined;
  /** Seconds; 0 or absent: never expires. */
  readonly ttl?: number | undefined;
}

type Of<K extends ObjectKind> = Extract<SyncObject, { kind: K }>;

function prepare(store: Store, service: string, kind: ObjectKind, caller: Caller, options: NewObject) {
  const name = options.uniqueName ?? null;
  if (name !== null) checkName(name);
  const expires = expiryOf(options.ttl, store.now());
  if (name !== null && store.isNameTaken(service, kind, name)) throw new SyncProblem("nameExists", name);
  store.limits.create(store.service(service).sid);
  return store.blank(service, kind, name, caller, expires);
}

export function createMap(store: Store, service: string, caller: Caller, options: NewObject): SyncMap {
  const map: SyncMap = {
    ...prepare(store, service, "map", caller, options),
    kind: "map",
    items: new ItemIndex(),
  };
  store.add(map);
  return map;
}

export function createDocument(
  store: Store,
  service: string,
  caller: Caller,
  options: NewObject & { readonly data?: Json | undefined },
): SyncDocument {
  const { data } = checkData(options.data ?? {}, "invalidDocumentData");
  const document: SyncDocument = {
    ...prepare(store, service, "document", caller, options),
    kind: "document",
    data,
  };
  store.add(document);
  return document;
}

export function createStream(store: Store, service: string, caller: Caller, options: NewObject): SyncStream {
  const stream: SyncStream = { ...prepare(store, service, "stream", caller, options), kind: "stream" };
  store.add(stream);
  return stream;
}

/** @param id a SID or a unique name */
export function fetchObject<K extends ObjectKind>(
  store: Store,
  service: string,
  caller: Caller,
  kind: K,
  id: string,
): Of<K> {
  const object = store.find(service, kind, id);
  demand(store, caller, object, "read");
  store.limits.read(object.sid);
  return object;
}

/** A change of the expiry alone is no event and no new revision. */
export function setObjectTtl<K extends ObjectKind>(
  store: Store,
  service: string,
  caller: Caller,
  kind: K,
  id: string,
  ttl: number,
): Of<K> {
  const object = store.find(service, kind, id);
  demand(store, caller, object, "manage");
  store.limits.write(object.sid, 0);
  object.dateExpires = expiryOf(ttl, store.now());
  if (object.dateExpires !== null) store.expiring.add(object);
  store.changed();
  return object;
}

export function removeObject(
  store: Store,
  service: string,
  caller: Caller,
  kind: ObjectKind,
  id: string,
): void {
  const object = store.find(service, kind, id);
  demand(store, caller, object, "manage");
  store.limits.write(object.sid, 0);
  dropObject(store, object);
}

/** Removes the object and notifies its subscribers. */
export function dropObject(store: Store, object: SyncObject): void {
  store.drop(object);
  const { sid } = object;
  if (object.kind === "map") store.record(object, "map_removed", null, { map_sid: sid });
  else if (object.kind === "document") {
    store.record(object, "document_removed", null, { document_sid: sid, document_data: object.data });
  } else {
    const body = { date_created: isoDate(store.now()), stream_sid: sid };
    store.emit({ type: "stream_removed", objectSid: sid, kind: "stream", id: null, key: null, body });
  }
}
