/** Carries out what `copy-plan.ts` plans, through the `twilio` library. */
import { historyMapOf, mapName, mapOf, MAX_PAGE } from "@schedule-manager/shared/sync/layout";
import { type Copies, planCopies, planLate, type Stored } from "./copy-plan";
import { historyItemId } from "./history-item-id";
import { limitConcurrency } from "../live/limit-concurrency";
import type { LeaseHolder, SyncService } from "./lease-holder";
import { hasStatus } from "../live/rest-error";

/** Requests at once: Sync allows 20 reads a second of one object. `paced-requests.ts` paces what is written. */
const WIDTH = 4;
/** Rounds of copying before it is given up because somebody keeps editing in the console. */
const MAX_ROUNDS = 20;

/** What copying asks of whoever holds the lease. */
export interface Alive {
  readonly service: SyncService;
  readonly keepAlive: () => Promise<void>;
}
export const aliveBy = <T extends object>(holder: LeaseHolder<T>): Alive => ({
  service: holder.service,
  keepAlive: () => holder.keepAlive(),
});

export interface CopyJob {
  /** The originals, under the keys of their copies. */
  readonly read: () => Promise<readonly Stored[]>;
  readonly readCopies: () => Promise<readonly Stored[]>;
  /** How many maps hold the copies of rules, and of schedules. */
  readonly shards: number;
}

export interface SourceMap {
  readonly family: Stored["family"];
  readonly name: string;
  /** What the copy of an item is called; null: it is none of this map's own. */
  readonly keyOf?: (key: string, data: unknown) => string | null;
}

/** The items of maps, with a sign of life before each. */
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
      if (wanted !== null) stored.push({ family, key: wanted, revision, data: data as unknown });
    }
  });
  return stored;
}

/** The maps of a layout. */
export const mapsOf = (shards: number): readonly SourceMap[] =>
  (["rule", "schedule"] as const).flatMap((family) =>
    Array.from({ length: shards }, (_, shard) => ({ family, name: mapName(family, shard, shards) })),
  );

/** Answers what it saw last, when everything stood where it has to; null: somebody kept editing. */
export async function copyAll(alive: Alive, job: CopyJob): Promise<readonly Stored[] | null> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const stored = await job.read();
    const plan = planCopies(stored, await job.readCopies());
    if (plan.copies.length === 0 && plan.removals.length === 0) return stored;
    await carry(alive, job, plan);
  }
  return null;
}

/** Takes along what was edited in the console up to the switch. @param seen what `copyAll` saw last */
export async function copyLate(alive: Alive, job: CopyJob, seen: readonly Stored[]): Promise<void> {
  await carry(alive, job, planLate(seen, await job.read(), await job.readCopies()));
}

/** Each write under a lease that is known to live. */
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
    const data = from.data as object;
    const items = itemsFor(from);
    await unlessMoved(
      over === null ? items.create({ key, data }) : items(key).update({ data, ifMatch: over.revision }),
    );
  });
}

const targetOf = ({ family, key }: Stored, shards: number): string =>
  family === "history" ? historyMapOf(historyItemId(key)) : mapOf(family, key, shards);

/** Whoever edits in the console meanwhile makes a write fail: then it is planned anew. */
async function unlessMoved(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (![404, 409, 412].some((status) => hasStatus(error, status))) throw error;
  }
}
