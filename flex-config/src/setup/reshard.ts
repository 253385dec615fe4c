/**
 * Gives a service another number of shards while it is in use. Publishing is blocked by a publish mark, as another
 * publish would block it; everybody goes on reading.
 *
 *   mark --copies--> switch --pulses--> commit --strays--> done
 *
 * Cut off before the switch, nothing has changed: the mark dies as any publisher's does, and the copies are strays.
 * From the switch on it is finished by whoever publishes next, because to them it is a publish that changed no item.
 */
import { parsePulse } from "@schedule-manager/shared/layout-schema";
import {
  type FinishedPublish,
  LOCK,
  type LockData,
  type PublishMark,
  PULSES,
  type PulseData,
  pulseName,
} from "@schedule-manager/shared/sync-layout";
import type { Twilio } from "twilio";
import { inBatches } from "./in-batches";
import { syncObjects } from "./layout";
import { LostLock, takeLock, type LockHolder } from "./lock-holder";
import { describeStep, planSetup } from "./plan";
import { planMoves, shardMap, strays } from "./reshard-plan";
import { copyItem, existingShards, readStored, removeItem, removeMap } from "./reshard-store";
import { carryOut, readSyncState } from "./sync";

type SyncService = ReturnType<Twilio["sync"]["v1"]["services"]>;

const WIDTH = 4;
/** Begins the ids of the marks. */
export const MARK_PREFIX = "shards-";
/** Finished publishes that `lock` remembers. */
const MAX_RECENT = 10;
/** Rounds of copying before it is given up because somebody keeps editing in the console. */
const MAX_ROUNDS = 20;

export interface ReshardOptions {
  readonly client: Twilio;
  readonly serviceSid: string;
  readonly shards: number;
  /** ISO 8601 */
  readonly now: () => string;
  readonly wait: (ms: number) => Promise<void>;
  /** Makes a change, or in a dry run only tells of it and answers null. */
  readonly change: <T>(what: string, make: () => Promise<T>) => Promise<T | null>;
}

export type ReshardResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "publish-in-progress" | "publish-interrupted" | "lock-lost" };

export async function reshard(options: ReshardOptions): Promise<ReshardResult> {
  const { client, serviceSid, shards, change } = options;
  const service = client.sync.v1.services(serviceSid);
  const lock = (await service.documents(LOCK).fetch()).data as LockData;
  const unfinished = lock.publish?.id.startsWith(MARK_PREFIX) === true;
  if (lock.shards !== shards || unfinished) {
    await addMaps(options);
    const { copies } = planMoves(await readStored(service), lock.shards, shards);
    const moved = await change(`move ${copies.length} items from ${lock.shards} to ${shards} shards`, () =>
      move(options),
    );
    if (moved === null) return { ok: true };
    if (!moved.ok) return moved;
  }
  await clear(options);
  return { ok: true };
}

async function addMaps({ client, serviceSid, shards, change }: ReshardOptions): Promise<void> {
  const wanted = syncObjects(shards).filter(({ type }) => type === "map");
  for (const step of planSetup(await readSyncState(client, serviceSid, wanted), wanted)) {
    await change(describeStep(step), () => carryOut({ client, serviceSid }, [step]));
  }
}

async function move(options: ReshardOptions): Promise<ReshardResult> {
  const { client, serviceSid, shards } = options;
  const service = client.sync.v1.services(serviceSid);
  const taken = await takeLock({ ...options, prefix: MARK_PREFIX });
  if (!taken.ok) return taken;
  const { holder } = taken;
  try {
    if (holder.lock.shards !== shards) {
      if (!(await copyAll(service, holder, shards))) {
        await holder.release();
        return { ok: false, reason: "lock-lost" };
      }
      const mark: PublishMark = { ...holder.mark, phase: "applying" };
      await holder.write({ ...holder.lock, shards, publish: mark });
    }
    await commit(service, holder, options.now());
    return { ok: true };
  } catch (error) {
    if (error instanceof LostLock) return { ok: false, reason: "lock-lost" };
    throw error;
  }
}

async function copyAll(service: SyncService, holder: LockHolder, shards: number): Promise<boolean> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const moves = planMoves(await readStored(service), holder.lock.shards, shards);
    if (moves.copies.length === 0 && moves.removals.length === 0) return true;
    const each = async (work: () => Promise<void>): Promise<void> => {
      await holder.keepAlive();
      await work();
    };
    await inBatches(moves.removals, WIDTH, (item) => each(() => removeItem(service, item)));
    await inBatches(moves.copies, WIDTH, (copy) => each(() => copyItem(service, copy)));
  }
  return false;
}

async function commit(service: SyncService, holder: LockHolder, at: string): Promise<void> {
  const { mark, lock } = holder;
  const { id, by, generation } = mark;
  // Without the items of this generation: whoever reads it reads everything anew, by the new number.
  const pulse: PulseData = { generation, recent: [] };
  for (let index = 0; index < PULSES; index += 1) {
    const document = service.documents(pulseName(index));
    const now = await document.fetch();
    if ((parsePulse(now.data)?.generation ?? 0) < generation)
      await document.update({ data: pulse, ifMatch: now.revision });
  }
  const finished: FinishedPublish = { id, generation, by, at };
  const recent = [finished, ...lock.recent].slice(0, MAX_RECENT);
  await holder.write({ ...lock, generation, publish: null, recent });
}

/** Takes away what is left of another number of shards; nobody reads it any more. */
async function clear({ client, serviceSid, shards, change }: ReshardOptions): Promise<void> {
  const service = client.sync.v1.services(serviceSid);
  const stored = await readStored(service);
  const left = strays(stored, shards).filter(({ shard }) => shard < shards);
  if (left.length > 0) {
    await change(`remove ${left.length} copies that are left in other shards`, () =>
      inBatches(left, WIDTH, (item) => removeItem(service, item)),
    );
  }
  for (const map of (await existingShards(service)).filter(({ shard }) => shard >= shards)) {
    await change(`remove the map ${shardMap(map.family, map.shard)}`, () => removeMap(service, map));
  }
}
