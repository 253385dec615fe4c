/** Sync's data, written directly as another browser's publish would be. */
import type { ItemKind, StoredItem, StoredSchedule } from "@schedule-manager/shared/model/model";
import { DEFAULT_SHARDS, mapOf } from "@schedule-manager/shared/sync/layout";
import type { LocalTwilio } from "../../stand-in/local-twilio";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { BACKEND, type JsonObject } from "../../stand-in/sync/types";

export interface Catalogue {
  put(kind: ItemKind, id: string, data: StoredItem): void;
  remove(kind: ItemKind, id: string): void;
  schedule(id: string): StoredSchedule;
  /** The reads of the maps of schedules and rules since the last `forget`. */
  reads(): number;
  forget(): void;
}

export function catalogueOf({ standIn }: LocalTwilio): Catalogue {
  const session = standIn.sync.as(BACKEND, SYNC_SERVICE_SID);
  const map = (kind: ItemKind, id: string): string => mapOf(kind, id, DEFAULT_SHARDS);
  return {
    put: (kind, id, data) =>
      void session.putItem(map(kind, id), id, { data: JSON.parse(JSON.stringify(data)) as JsonObject }),
    remove: (kind, id) => void session.removeItem(map(kind, id), id),
    schedule: (id) => session.fetchItem(map("schedule", id), id).data as StoredSchedule,
    reads: () =>
      Object.entries(standIn.countersByName())
        .filter(([name]) => /^(schedule|rule)s-\d+$/.test(name))
        .reduce((sum, [, { reads }]) => sum + reads, 0),
    forget: () => standIn.sync.limits.resetCounters(),
  };
}
