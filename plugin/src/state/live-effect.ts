import type { Dispatch } from "redux";
import { parseLock } from "@schedule-manager/shared/layout-schema";
import type { ItemKind } from "@schedule-manager/shared/model";
import { LOCK, mapName } from "@schedule-manager/shared/sync-layout";
import type { Attachment } from "../sync/hub";
import { SyncProblem, type Watch } from "../sync/connection";
import { batch } from "./batch";
import { type LiveEvent, liveChanged, mapsOpened } from "./live";
import { lockChanged } from "./lock";
import { liveItem } from "./parse-item";
import { sessionOpened } from "./session";

const KINDS: readonly ItemKind[] = ["schedule", "rule"];

/**
 * Follows every map of the catalogue and the document `lock`, and keeps the store at what Sync says. When the
 * number of shards changes, or a watch ends, everything is opened anew.
 */
export const followCatalogue =
  (dispatch: Dispatch): Attachment =>
  (sync, session, hub) => {
    const watches: Watch[] = [];
    let closed = false;
    const events = batch<LiveEvent>((gathered) => {
      dispatch(liveChanged(gathered));
    });

    const keep = (opening: Promise<Watch>): void => {
      opening.then(
        (watch) => {
          if (closed) watch.close();
          else watches.push(watch);
        },
        (error: unknown) => {
          if (!closed) hub.fail(error);
        },
      );
    };
    const lost = ({ status, code, message }: { status: number; code: number; message: string }): void => {
      if (!closed) hub.fail(new SyncProblem(status, code, message));
    };

    dispatch(sessionOpened(session));
    const places = KINDS.flatMap((kind) =>
      Array.from({ length: session.shards }, (_, shard) => ({ kind, map: mapName(kind, shard) })),
    );
    dispatch(mapsOpened(places.map(({ map }) => map)));

    keep(
      sync.watchDocument(LOCK, {
        changed: ({ data }) => {
          const lock = parseLock(data);
          dispatch(lockChanged(lock));
          if (lock !== null && lock.shards !== session.shards) {
            hub.fail(new SyncProblem(0, 0, "The number of shards changed."));
          }
        },
        lost,
      }),
    );
    for (const { kind, map } of places) {
      keep(
        sync.watchMap(map, {
          reset: (items) => {
            events.add({ type: "reset", kind, map, items: items.map((item) => liveItem(kind, map, item)) });
          },
          changed: (item) => {
            events.add({ type: "changed", item: liveItem(kind, map, item) });
          },
          removed: (id) => {
            events.add({ type: "removed", kind, id });
          },
          lost,
        }),
      );
    }

    return () => {
      closed = true;
      events.close();
      for (const watch of watches) watch.close();
    };
  };
