import type { Dispatch } from "redux";
import { parseLock } from "@schedule-manager/shared/layout-schema";
import type { ItemKind } from "@schedule-manager/shared/model";
import { LOCK, mapName, shardOf } from "@schedule-manager/shared/sync-layout";
import type { Attachment } from "../sync/attachments";
import {
  type DocumentPosition,
  type MapListener,
  type Position,
  SyncProblem,
  type Watch,
} from "../sync/connection";
import { batch } from "./batch";
import { type LiveEvent, liveChanged, mapsOpened } from "./live";
import { lockChanged } from "./lock";
import { liveItem } from "./parse-item";
import { rereading } from "./reread";
import { sessionOpened } from "./session";

const KINDS: readonly ItemKind[] = ["schedule", "rule"];

/** How far the store has come with Sync: from there another page, or another client, goes on without reading. */
export interface Stand {
  readonly shards: number;
  readonly maps: Readonly<Record<string, Position>>;
  readonly lock: DocumentPosition | null;
}

export interface FollowOptions {
  /** How far what the store holds already has come. */
  readonly from?: Stand | null;
  /** Told how to ask how far the store has come; asking passes on what is gathered first. */
  readonly onStand?: (stand: () => Stand) => void;
  /** Told when `lock` says another number of shards than the session. */
  readonly onShards?: (shards: number) => void;
  /** ms until maps that were gone on with are read after all, in case Sync had forgotten what was missed. */
  readonly rereadAfter?: () => number;
}

const NOWHERE: Stand = { shards: 0, maps: {}, lock: null };

/**
 * Follows every map of the catalogue and the document `lock`, and keeps the store at what Sync says. When the
 * number of shards changes, or a watch ends, everything is opened anew, going on from where it was.
 */
export function followCatalogue(dispatch: Dispatch, options: FollowOptions = {}): Attachment {
  let from = options.from ?? NOWHERE;

  return (sync, session, hub) => {
    // Other shards hold other items: there is nothing to go on from.
    if (from.shards !== session.shards) from = NOWHERE;
    const known = new Map(Object.entries(from.maps));
    const watches = new Map<string, Watch>();
    let lockWatch: Watch<DocumentPosition> | null = null;
    let closed = false;
    const events = batch<LiveEvent>((gathered) => {
      dispatch(liveChanged(gathered));
    });

    const fail = (error: unknown): void => {
      if (!closed) hub.fail(error);
    };
    const stand = (): Stand => {
      events.flush();
      for (const [map, watch] of watches) {
        const position = watch.position();
        if (position === null) known.delete(map);
        else known.set(map, position);
      }
      return { shards: session.shards, maps: Object.fromEntries(known), lock: lockWatch?.position() ?? null };
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
          // From there it cannot go on: the next client reads this map.
          watches.delete(map);
          known.delete(map);
          fail(new SyncProblem(status, code, message));
        },
      };
    };

    const places = KINDS.flatMap((kind) =>
      Array.from({ length: session.shards }, (_, shard) => ({ kind, shard, map: mapName(kind, shard) })),
    );
    const open = async ({ kind, shard, map }: (typeof places)[number], at?: Position): Promise<void> => {
      const watch = await sync.watchMap(map, listener(kind, shard, map), at);
      if (closed) watch.close();
      else watches.set(map, watch);
    };

    dispatch(sessionOpened(session));
    dispatch(mapsOpened(places.map(({ map }) => map)));
    options.onStand?.(stand);

    const lockChange = {
      changed: ({ data }: { readonly data: unknown }): void => {
        const lock = parseLock(data);
        dispatch(lockChanged(lock));
        if (lock === null || lock.shards === session.shards) return;
        options.onShards?.(lock.shards);
        fail(new SyncProblem(0, 0, "The number of shards changed."));
      },
      lost: ({ status, code, message }: { status: number; code: number; message: string }): void => {
        lockWatch = null;
        fail(new SyncProblem(status, code, message));
      },
    };
    sync.watchDocument(LOCK, lockChange, from.lock ?? undefined).then((watch) => {
      if (closed) watch.close();
      else lockWatch = watch;
    }, fail);
    for (const place of places) open(place, from.maps[place.map]).catch(fail);

    const resumed = places.filter(({ map }) => from.maps[map] !== undefined);
    const rereads = rereading(resumed, options.rereadAfter, async (place) => {
      watches.get(place.map)?.close();
      await open(place);
    });
    rereads.done.catch(fail);

    return () => {
      closed = true;
      from = stand();
      rereads.stop();
      events.close();
      for (const watch of watches.values()) watch.close();
      lockWatch?.close();
    };
  };
}
