/** Takes away what another number of shards left. */
import type { LockHolder } from "./lock-holder";
import { carryMoves, DONE, held, type ReshardOptions, type ReshardResult } from "./reshard-held";
import { type Stored, strays } from "./reshard-plan";
import { existingShards, readStored, removeMap, type SyncService } from "./reshard-store";

interface Leftovers {
  readonly copies: readonly Stored[];
  readonly maps: readonly Pick<Stored, "family" | "shard">[];
}

async function leftovers(service: SyncService, shards: number): Promise<Leftovers> {
  const copies = strays(await readStored(service), shards).filter(({ shard }) => shard < shards);
  const maps = (await existingShards(service)).filter(({ shard }) => shard >= shards);
  return { copies, maps };
}

/** Takes away what is left of another number of shards; nobody reads it any more. */
export async function clear(options: ReshardOptions): Promise<ReshardResult> {
  const { client, serviceSid, shards, change } = options;
  const service = client.sync.v1.services(serviceSid);
  const { copies, maps } = await leftovers(service, shards);
  if (copies.length + maps.length === 0) return DONE;
  const what = `remove what is left of another number of shards: ${copies.length} copies and ${maps.length} maps`;
  const cleared = await change(what, () =>
    held(options, async (holder) => {
      const right = holder.lock.shards === shards;
      if (right) await removeLeftovers(service, holder, shards);
      await holder.release();
      return right ? DONE : { ok: false, reason: "lock-lost" };
    }),
  );
  return cleared ?? DONE;
}

async function removeLeftovers(service: SyncService, holder: LockHolder, shards: number): Promise<void> {
  const { copies, maps } = await leftovers(service, shards);
  await carryMoves(service, holder, { copies: [], removals: copies });
  for (const map of maps) {
    await holder.keepAlive();
    await removeMap(service, map);
  }
}
