import { dropItem } from "./items";
import { dropObject } from "./objects";
import type { Store } from "./store";
import type { SyncObject } from "./types";

/**
 * Removes expired objects and items and notifies the subscribers. Twilio says that this may happen minutes late.
 * @param latenessMs how long after its expiry an object is removed
 */
export function sweep(store: Store, latenessMs = 0): void {
  const due = store.now() - latenessMs;
  for (const object of store.expiring) sweepObject(store, object, due);
}

function sweepObject(store: Store, object: SyncObject, due: number): void {
  if (object.dateExpires !== null && object.dateExpires <= due) {
    dropObject(store, object);
    return;
  }
  let more = object.dateExpires !== null;
  if (object.kind === "map") {
    for (const item of [...object.items]) {
      if (item.dateExpires === null) continue;
      if (item.dateExpires <= due) dropItem(store, object, item);
      else more = true;
    }
  }
  if (!more) store.expiring.delete(object);
}
