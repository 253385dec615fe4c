import type { Dispatch } from "redux";
import { parseLock } from "@schedule-manager/shared/layout-schema";
import type { ItemKind } from "@schedule-manager/shared/model";
import { LOCK, mapName, shardOf } from "@schedule-manager/shared/sync-layout";
import { type DocumentListener, type MapListener, SyncProblem, type Watch } from "../sync/connection";
import type { ConnectionTask } from "../sync/connection-task";
import { batch } from "./batch";
import { type LiveEvent, liveChanged, mapsOpened } from "./live";
import { lockChanged } from "./lock";
import { liveItem } from "./parse-item";
import { sessionOpened } from "./session";

const KINDS: readonly ItemKind[] = ["schedule", "rule"];

export interface FollowOptions {
  /** Told when `lock` says another number of shards than the session. */
  readonly onShards?: (shards: number) => void;
}

/**
 * Follows every map of the catalogue and the document `lock`, and keeps the store at what Sync says. When the
 * number of shards changes, or a watch ends, everything is opened anew.
 */
export function followCatalogue(dispatch: Dispatch, options: FollowOptions = {}): ConnectionTask {
  return (sync, session, control) => {
    const watches: Watch[] = [];
    let closed = false;
    const events = batch<LiveEvent>((gathered) => {
      dispatch(liveChanged(gathered));
    });

    const fail = (error: unknown): void => {
      if (!closed) control.fail(error);
    };
    const opened = (watch: Watch): void => {
      if (closed) watch.close();
      else watches.push(watch);
    };

    const listener = (kind: ItemKind, shard: number, map: string): MapListener => {
      // While items are moved to another number of shards there are copies: only its own shard's item counts.
      const own = (id: string): boolean => shardOf(id, session.shards) === shard;
      return {
        reset: (items) => {
          const mine = items.filter(({ key }) => own(key));
          events.add({ type: "reset", kind, map, items: mine.map((item) => liveItem(kind, map, item)) });
        },
        changed: (item) => {
          if (own(item.key)) events.add({ type: "changed", item: liveItem(kind, map, item) });
        },
        removed: (id) => {
          if (own(id)) events.add({ type: "removed", kind, id });
        },
        caughtUp: () => {
          events.add({ type: "caughtUp", map });
        },
        lost: ({ status, code, message }) => {
          fail(new SyncProblem(status, code, message));
        },
      };
    };

    const places = KINDS.flatMap((kind) =>
      Array.from({ length: session.shards }, (_, shard) => ({ kind, shard, map: mapName(kind, shard) })),
    );
    dispatch(sessionOpened(session));
    dispatch(mapsOpened(places.map(({ map }) => map)));

    const lock: DocumentListener = {
      changed: ({ data }) => {
        const lock = parseLock(data);
        dispatch(lockChanged(lock));
        if (lock === null || lock.shards === session.shards) return;
        options.onShards?.(lock.shards);
        fail(new SyncProblem(0, 0, "The number of shards changed."));
      },
      lost: ({ status, code, message }) => {
        fail(new SyncProblem(status, code, message));
      },
    };
    sync.watchDocument(LOCK, lock).then(opened, fail);
    for (const { kind, shard, map } of places) {
      sync.watchMap(map, listener(kind, shard, map)).then(opened, fail);
    }

    return () => {
      closed = true;
      events.close();
      for (const watch of watches) watch.close();
    };
  };
}
