import type { Dispatch } from "redux";
import { parseLayout, parseHead } from "@schedule-manager/shared/sync/layout-schema";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { HEAD, LAYOUT, mapName } from "@schedule-manager/shared/sync/layout";
import { type Lost, type MapListener, SyncProblem, type Watch } from "../sync/connection";
import type { Trace } from "../debug/debug";
import { busyWait } from "../sync/backoff";
import type { ConnectionTask } from "../sync/connection-task";
import { batchEvents } from "../sync/batch-events";
import { liveChanged, mapsOpened } from "./live";
import type { LiveEvent } from "./live-items";
import { headChanged } from "./head";
import { liveItem } from "./parse-item";
import { sessionOpened } from "./session";

const KINDS: readonly ItemKind[] = ["schedule", "rule"];

/**
 * Whether another attempt may succeed. The SDK repeats a read that is refused as too many, or with a server's error, for
 * about a minute; it then rejects without the status. Other statuses (missing, not allowed) stay.
 */
const mayPass = (error: unknown): boolean =>
  error instanceof SyncProblem && (error.status === 0 || error.status === 429 || error.status >= 500);

export interface FollowOptions {
  /** Called when `layout` has another number of shards than the session. */
  readonly onShards?: (shards: number) => void;
  readonly trace?: Trace | undefined;
  /** Default: `Math.random`. */
  readonly random?: () => number;
}

/**
 * Follows every map of the catalogue and the Document `layout` (editors also `head`) and writes them to the store.
 * When the number of shards changes or a watch ends, it opens everything again.
 */
export function followCatalogue(
  dispatch: Dispatch,
  { onShards, trace, random = Math.random }: FollowOptions = {},
): ConnectionTask {
  return (sync, session, control) => {
    const watches: Watch[] = [];
    /** The objects whose read Sync refused, each with its next attempt. */
    const refused = new Map<string, ReturnType<typeof setTimeout>>();
    let closed = false;
    const events = batchEvents<LiveEvent>((gathered) => {
      dispatch(liveChanged(gathered));
    });

    const fail = (error: unknown): void => {
      if (!closed) control.fail(error);
    };
    // A refused object is read again alone: a new client would read all of them again, and add to what is too much.
    const follow = (name: string, watch: () => Promise<Watch>): void => {
      watch().then(
        (opened) => {
          if (closed) {
            opened.close();
            return;
          }
          watches.push(opened);
          if (refused.delete(name) && refused.size === 0) control.busy(false);
        },
        (error: unknown) => {
          if (closed) return;
          if (!mayPass(error) || !control.isConnected()) {
            fail(error);
            return;
          }
          const wait = busyWait(random());
          trace?.(`${name}: refused; again in ${wait} ms`, error);
          refused.set(name, setTimeout(follow, wait, name, watch));
          control.busy(true);
        },
      );
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

    const followDocument = (name: string, changed: (data: unknown) => void): void => {
      const listener = { changed: ({ data }: { readonly data: unknown }) => changed(data), lost };
      follow(name, () => sync.watchDocument(name, listener));
    };
    followDocument(LAYOUT, (data) => {
      const layout = parseLayout(data);
      trace?.("layout", data);
      // Written after the items of a publish.
      events.add({ type: "layout", layout });
      if (layout === null || layout.shards === session.shards) return;
      onShards?.(layout.shards);
      fail(new SyncProblem(0, 0, "The number of shards changed."));
    });
    if (session.right !== "read") followDocument(HEAD, (data) => void dispatch(headChanged(parseHead(data))));
    for (const { kind, map } of places) {
      const to = listener(kind, map);
      follow(map, () => sync.watchMap(map, to));
    }

    return () => {
      closed = true;
      for (const timer of refused.values()) clearTimeout(timer);
      if (refused.size > 0) control.busy(false);
      events.close();
      for (const watch of watches) watch.close();
    };
  };
}
