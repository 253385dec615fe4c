import type { Dispatch } from "redux";
import { parseLayout, parseHead } from "@schedule-manager/shared/sync/layout-schema";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { HEAD, LAYOUT, mapName } from "@schedule-manager/shared/sync/layout";
import { type Lost, type MapListener, SyncProblem, type Watch } from "../sync/connection";
import type { Trace } from "../debug/debug";
import type { ConnectionTask } from "../sync/connection-task";
import { batchEvents } from "../sync/batch-events";
import { liveChanged, mapsOpened } from "./live";
import type { LiveEvent } from "./live-items";
import { headChanged } from "./head";
import { liveItem } from "./parse-item";
import { sessionOpened } from "./session";

const KINDS: readonly ItemKind[] = ["schedule", "rule"];

export interface FollowOptions {
  /** Called when `layout` has another number of shards than the session. */
  readonly onShards?: (shards: number) => void;
  readonly trace?: Trace | undefined;
}

/**
 * Follows every map of the catalogue and the Document `layout` (editors also `head`) and writes them to the store.
 * When the number of shards changes or a watch ends, it opens everything again.
 */
export function followCatalogue(dispatch: Dispatch, { onShards, trace }: FollowOptions = {}): ConnectionTask {
  return (sync, session, control) => {
    const watches: Watch[] = [];
    let closed = false;
    const events = batchEvents<LiveEvent>((gathered) => {
      dispatch(liveChanged(gathered));
    });

    const fail = (error: unknown): void => {
      if (!closed) control.fail(error);
    };
    const opened = (watch: Watch): void => {
      if (closed) watch.close();
      else watches.push(watch);
    };

    const lost = (why: Lost): void => {
      trace?.("a watch ended", why);
      fail(new SyncProblem(why.status, why.code, why.message));
    };

    const listener = (kind: ItemKind, map: string): MapListener => ({
      reset: (items) => {
        trace?.(`${map}: read, ${items.length} items`);
        events.add({ type: "reset", kind, map, items: items.map((item) => liveItem(kind, map, item)) });
      },
      // Held for the rest of their publish, so that it costs one dispatch and no part of it is shown alone.
      changed: (item) => {
        events.hold({ type: "changed", item: liveItem(kind, map, item) });
      },
      removed: (id) => {
        events.hold({ type: "removed", kind, id });
      },
      caughtUp: () => {
        trace?.(`${map}: caught up`);
        events.add({ type: "caughtUp", map });
      },
      lost,
    });

    const places = KINDS.flatMap((kind) =>
      Array.from({ length: session.shards }, (_, shard) => ({
        kind,
        map: mapName(kind, shard, session.shards),
      })),
    );
    dispatch(sessionOpened(session));
    dispatch(mapsOpened(places.map(({ map }) => map)));

    const follow = (name: string, changed: (data: unknown) => void): void => {
      const listener = { changed: ({ data }: { readonly data: unknown }) => changed(data), lost };
      sync.watchDocument(name, listener).then(opened, fail);
    };
    follow(LAYOUT, (data) => {
      const layout = parseLayout(data);
      trace?.("layout", data);
      // Written after the items of a publish.
      events.add({ type: "layout", layout });
      if (layout === null || layout.shards === session.shards) return;
      onShards?.(layout.shards);
      fail(new SyncProblem(0, 0, "The number of shards changed."));
    });
    if (session.right !== "read") follow(HEAD, (data) => void dispatch(headChanged(parseHead(data))));
    for (const { kind, map } of places) {
      sync.watchMap(map, listener(kind, map)).then(opened, fail);
    }

    return () => {
      closed = true;
      events.close();
      for (const watch of watches) watch.close();
    };
  };
}
