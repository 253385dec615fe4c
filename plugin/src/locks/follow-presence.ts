import { parsePresence } from "@schedule-manager/shared/sync/layout-schema";
import { isItemRef, PRESENCE } from "@schedule-manager/shared/sync/layout";
import { type SyncConnection, type SyncItem, SyncProblem, type Watch } from "../sync/connection";
import { batchEvents } from "../sync/batch-events";
import type { LockEntry } from "./edit-lock";
import type { PresenceEvent } from "./presence";

/** ms until the next attempt to open the map of locks. */
const PRESENCE_RETRY = 30_000;

/** A lock as Sync stores it; null: invalid. */
export function lockEntry({ key, data, updated }: SyncItem): LockEntry | null {
  const parsed = parsePresence(data);
  return parsed === null || !isItemRef(key) ? null : { ref: key, data: parsed, updated };
}

const present = (entry: LockEntry | null): readonly LockEntry[] => (entry === null ? [] : [entry]);

/**
 * Follows the map of locks. Locks are advisory: where the map is missing or forbidden, editing works without locks.
 * @returns stops
 */
export function followPresence(
  sync: SyncConnection,
  tell: (events: readonly PresenceEvent[]) => void,
): () => void {
  let watch: Watch | null = null;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const events = batchEvents<PresenceEvent>(tell);

  const failed = (status: number): void => {
    watch = null;
    if (!closed && status !== 403 && status !== 404) timer = setTimeout(open, PRESENCE_RETRY);
  };
  function open(): void {
    const listener = {
      reset: (items: readonly SyncItem[]) => {
        events.add({ type: "reset", entries: items.flatMap((item) => present(lockEntry(item))) });
      },
      changed: (item: SyncItem) => {
        for (const entry of present(lockEntry(item))) events.add({ type: "changed", entry });
      },
      removed: (key: string) => {
        if (isItemRef(key)) events.add({ type: "removed", ref: key });
      },
      caughtUp: () => {
        events.add({ type: "caughtUp" });
        events.flush();
      },
      lost: ({ status }: { readonly status: number }) => {
        failed(status);
      },
    };
    sync.watchMap(PRESENCE, listener).then(
      (opened) => {
        if (closed) opened.close();
        else watch = opened;
      },
      (error: unknown) => {
        failed(error instanceof SyncProblem ? error.status : 0);
      },
    );
  }
  open();
  return () => {
    closed = true;
    clearTimeout(timer);
    events.close();
    watch?.close();
  };
}
