/** Executes the plans of `copy-plan.ts` through the `twilio` library. */
import { historyMapOf, mapName, mapOf, MAX_PAGE } from "@schedule-manager/shared/sync/layout";
import { type Copies, planCopies, planLate, type Stored } from "./copy-plan";
import { historyItemId } from "./history-item-id";
import { limitConcurrency } from "../live/limit-concurrency";
import type { LeaseHolder, SyncService } from "./lease-holder";
import { hasStatus } from "../live/rest-error";

/** Concurrent requests: Sync allows 20 reads a second of one object. `paced-requests.ts` paces writes. */
const WIDTH = 4;
/** Most rounds of copying while console edits continue. */
const MAX_ROUNDS = 20;

/** The parts of a lease holder that copying needs. */
export interface Alive {
  readonly service: SyncService;
  readonly keepAlive: () => Promise<void>;
}
export const aliveBy = <T extends object>(holder: LeaseHolder<T>): Alive => ({
  service: holder.service,
  keepAlive: () => holder.keepAlive(),
});

export interface CopyJob {
  /** Reads the originals, under the keys of their copies. */
  readonly read: () => Promise<readonly Stored[]>;
  readonly readCopies: () => Promise<readonly Stored[]>;
  /** Number of maps for the copies of rules, and of schedules. */
  readonly shards: number;
}

export interface SourceMap {
  readonly family: Stored["family"];
  readonly name: string;
  /** The key of an item's copy; null: the item does not belong to this map. */
  readonly keyOf?: (key: string, data: unknown) => string | null;
}

/** Reads the items of maps, and renews the lease before each map. */
export async function readMaps(
  { service, keepAlive }: Alive,
  maps: readonly SourceMap[],
): Promise<readonly Stored[]> {
  const stored: Stored[] = [];
  await limitConcurrency(maps, WIDTH, async ({ family, name, keyOf }) => {
    await keepAlive();
    const items = await service.syncMaps(name).syncMapItems.list({ pageSize: MAX_PAGE });
    for (const { key, revision, data } of items) {
      const wanted = keyOf === undefined ? key : keyOf(key, data);
      if (wanted !== null) stored.push({ family, key: wanted, revision, data });
    }
  });
  return stored;
}

/** The maps of a layout. */
export const mapsOf = (shards: number): readonly SourceMap[] =>
  (["rule", "schedule"] as const).flatMap((family) =>
    Array.from({ length: shards }, (_, shard) => ({ family, name: mapName(family, shard, shards) })),
  );

/** Copies until nothing differs, and returns the originals as last read; null: edits continued. */
export async function copyAll(alive: Alive, job: CopyJob): Promise<readonly Stored[] | null> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const stored = await job.read();
    const plan = planCopies(stored, await job.readCopies());
    if (plan.copies.length === 0 && plan.removals.length === 0) return stored;
    await carry(alive, job, plan);
  }
  return null;
}

/**
 * Copies console edits made before the switch.
 * @param seen the originals as returned by `copyAll`
 */
export async function copyLate(alive: Alive, job: CopyJob, seen: readonly Stored[]): Promise<void> {
  await carry(alive, job, planLate(seen, await job.read(), await job.readCopies()));
}

/** Executes a plan, and renews the lease before each write. */
async function carry(alive: Alive, { shards }: CopyJob, { copies, removals }: Copies): Promise<void> {
  const { service } = alive;
  const itemsFor = (item: Stored) => service.syncMaps(targetOf(item, shards)).syncMapItems;
  await limitConcurrency(removals, WIDTH, async (item) => {
    await alive.keepAlive();
    await unlessMoved(itemsFor(item)(item.key).remove({ ifMatch: item.revision }));
  });
  await limitConcurrency(copies, WIDTH, async ({ from, over }) => {
    await alive.keepAlive();
    const { key } = from;
    // Sync stores objects only.
    const data = from.data as object;
    const items = itemsFor(from);
    await unlessMoved(
      over === null ? items.create({ key, data }) : items(key).update({ data, ifMatch: over.revision }),
    );
  });
}

const targetOf = ({ family, key }: Stored, shards: number): string =>
  family === "history" ? historyMapOf(historyItemId(key)) : mapOf(family, key, shards);

/** Ignores a write that a concurrent console edit makes fail: the next plan contains it again. */
async function unlessMoved(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (![404, 409, 412].some((status) => hasStatus(error, status))) throw error;
  }
}
