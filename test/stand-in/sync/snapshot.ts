/** Sync's state as JSON, for a restart that keeps revisions, event ids and dates. */
import { ItemIndex } from "./item-index";
import { Journal } from "./journal";
import type { Store } from "./store";
import type {
  MapItem,
  Permission,
  Service,
  SyncDocument,
  SyncEvent,
  SyncMap,
  SyncObject,
  SyncStream,
} from "./types";

export const SNAPSHOT_VERSION = 1;

type Plain<T extends SyncObject> = Omit<T, "permissions" | "journal" | "items"> & {
  readonly permissions: readonly (readonly [string, Permission])[];
  readonly journal: readonly SyncEvent[];
  readonly items?: readonly MapItem[];
};
export interface Snapshot {
  readonly version: typeof SNAPSHOT_VERSION;
  readonly services: readonly Service[];
  readonly objects: readonly (Plain<SyncDocument> | Plain<SyncMap> | Plain<SyncStream>)[];
}

export function snapshot(store: Store): Snapshot {
  return {
    version: SNAPSHOT_VERSION,
    services: [...store.services.values()],
    objects: [...store.objects.values()].map((object) => {
      const shared = { permissions: [...object.permissions], journal: object.journal.events };
      return object.kind === "map"
        ? { ...object, ...shared, items: [...object.items] }
        : { ...object, ...shared };
    }),
  };
}

/** Puts a snapshot's services and objects into an empty store. */
export function restore(store: Store, from: Snapshot): void {
  for (const service of from.services) store.services.set(service.sid, service);
  for (const plain of from.objects) {
    const object = revive(plain);
    store.add(object);
    if (object.kind === "map")
      for (const item of object.items) if (item.dateExpires !== null) store.expiring.add(object);
  }
}

function revive(plain: Snapshot["objects"][number]): SyncObject {
  const shared = { permissions: new Map(plain.permissions), journal: new Journal(plain.journal) };
  if (plain.kind !== "map") return { ...plain, ...shared };
  const items = new ItemIndex();
  for (const item of plain.items ?? []) items.set(item);
  return { ...plain, ...shared, items };
}
