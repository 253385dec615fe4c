import { checkData, checkKey, expiryOf, type IfMatch } from "./check";
import type { Change } from "./documents";
import { setObjectTtl } from "./objects";
import { demand } from "./permissions";
import { SyncProblem } from "./problem";
import { creator, isoDate, type Store } from "./store";
import type { Caller, EventType, Json, JsonObject, MapItem, SyncMap } from "./types";

/** The address of items in clients' data; no client connects to it. */
export const CDS = "https://cds.us1.twilio.com";
const mapUrl = (map: SyncMap): string => `${CDS}/v3/Services/${map.serviceSid}/Maps/${map.sid}`;
export const itemUrl = (map: SyncMap, key: string): string =>
  `${mapUrl(map)}/Items/${encodeURIComponent(key)}`;

export interface ItemChange extends Change {
  /** Seconds; sets the expiry of the map itself. */
  readonly collectionTtl?: number | undefined;
}
interface Target {
  readonly store: Store;
  readonly service: string;
  readonly caller: Caller;
  /** A SID or a unique name. */
  readonly map: string;
  readonly key: string;
}
export type { Target as ItemTarget };

export function fetchItem({ store, service, caller, map: id, key }: Target): MapItem {
  const map = store.find(service, "map", id);
  demand(store, caller, map, "read");
  store.limits.read(map.sid);
  const item = map.items.get(key);
  if (item === undefined) throw new SyncProblem("itemNotFound");
  return item;
}

/** Adds an item whose key must not exist. */
export function createItem(target: Target, change: ItemChange): MapItem {
  const { map, checked } = open(target, change.data);
  if (map.items.get(target.key) !== undefined) throw new SyncProblem("itemExists", target.key);
  return put(target, map, undefined, required(checked), change);
}

/** Replaces the data, the expiry or both of an existing item. */
export function updateItem(target: Target, change: ItemChange): MapItem {
  const { map, checked } = open(target, change.data);
  const item = map.items.get(target.key);
  if (item === undefined) throw new SyncProblem("itemNotFound");
  if (checked === null && change.ttl === undefined) throw new SyncProblem("noParameters");
  match(item, change.ifMatch);
  return put(target, map, item, checked, change);
}

/** Adds or replaces. With an If-Match the item must match: be absent, or have that revision. */
export function putItem(
  target: Target,
  change: ItemChange,
): { readonly item: MapItem; readonly added: boolean } {
  const { map, checked } = open(target, change.data);
  const before = map.items.get(target.key);
  match(before, change.ifMatch);
  return { item: put(target, map, before, required(checked), change), added: before === undefined };
}

/** @returns the item before its removal */
export function removeItem(
  target: Target,
  ifMatch?: IfMatch,
): { readonly map: SyncMap; readonly item: MapItem } {
  const { map } = open(target, undefined);
  const item = map.items.get(target.key);
  if (item === undefined) throw new SyncProblem("itemNotFound");
  match(item, ifMatch);
  dropItem(target.store, map, item);
  return { map, item };
}

export function dropItem(store: Store, map: SyncMap, item: MapItem): void {
  map.items.delete(item.key);
  map.revision += 1;
  report(store, map, item, "map_item_removed");
}

type Checked = { data: JsonObject; bytes: number } | null;

function open({ store, service, caller, map: id, key }: Target, data: Json | undefined) {
  const map = store.find(service, "map", id);
  demand(store, caller, map, "write");
  checkKey(key);
  const checked: Checked = data === undefined ? null : checkData(data, "invalidItemData");
  store.limits.write(map.sid, checked?.bytes ?? 0);
  return { map, checked };
}

function required(checked: Checked): NonNullable<Checked> {
  if (checked === null) throw new SyncProblem("invalidItemData");
  return checked;
}

function match(item: MapItem | undefined, ifMatch: IfMatch | undefined): void {
  if (ifMatch === undefined || ifMatch === (item?.revision ?? "absent")) return;
  throw new SyncProblem("itemRevision");
}

function put(
  target: Target,
  map: SyncMap,
  before: MapItem | undefined,
  checked: Checked,
  change: ItemChange,
): MapItem {
  const { store, service, caller, key } = target;
  const now = store.now();
  if (before === undefined) store.limits.create(service);
  const expires = change.ttl === undefined ? (before?.dateExpires ?? null) : expiryOf(change.ttl, now);
  if (change.collectionTtl !== undefined)
    setObjectTtl(store, service, caller, "map", map.sid, change.collectionTtl);
  if (expires !== null) store.expiring.add(map);
  if (before !== undefined && checked === null) {
    // A new expiry alone is no event and no new revision, because clients would never receive the revision.
    const item = { ...before, dateExpires: expires };
    map.items.set(item);
    store.changed();
    return item;
  }
  const item: MapItem = {
    key,
    revision: before === undefined ? 0 : before.revision + 1,
    lastEventId: map.lastEventId + 1,
    data: required(checked).data,
    dateCreated: before?.dateCreated ?? now,
    dateUpdated: now,
    dateExpires: expires,
    createdBy: before?.createdBy ?? creator(caller),
  };
  map.items.set(item);
  map.revision += 1;
  report(store, map, item, before === undefined ? "map_item_added" : "map_item_updated");
  return item;
}

function report(store: Store, map: SyncMap, item: MapItem, type: EventType): void {
  store.record(map, type, item.key, {
    map_sid: map.sid,
    item_key: item.key,
    item_url: itemUrl(map, item.key),
    item_data: item.data,
    item_revision: String(item.revision),
    date_expires: item.dateExpires === null ? null : isoDate(item.dateExpires),
    map_revision: String(map.revision),
  });
}
