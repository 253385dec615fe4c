/** Copies all items to where another number of shards has them, and switches to it. */
import { parsePulse } from "@schedule-manager/shared/layout-schema";
import {
  type CatalogueLayout,
  type FinishedPublish,
  LAYOUT,
  type PublishMark,
  PULSES,
  type PulseData,
  pulseName,
} from "@schedule-manager/shared/sync-layout";
import type { LockHolder } from "./lock-holder";
import { carryMoves, DONE, type ReshardOptions, type ReshardResult } from "./reshard-held";
import { makeNewMaps } from "./reshard-new-maps";
import { planLate, planMoves, type Stored } from "./reshard-plan";
import { readStored, type SyncService } from "./reshard-store";

/** Finished publishes that `lock` remembers. */
const MAX_RECENT = 10;
/** Rounds of copying before it is given up because somebody keeps editing in the console. */
const MAX_ROUNDS = 20;

export async function move(
  service: SyncService,
  holder: LockHolder,
  options: ReshardOptions,
): Promise<ReshardResult> {
  const { shards, now } = options;
  const from = holder.lock.shards;
  // One that was cut off after the switch only has its end missing.
  if (from !== shards) {
    const made = await makeNewMaps(options, holder);
    if (!made.ok) {
      await holder.release();
      return { ok: false, reason: "name-taken", taken: made.taken };
    }
    const seen = await copyAll(service, holder, shards);
    if (seen === null) {
      await holder.release();
      return { ok: false, reason: "lock-lost" };
    }
    const mark: PublishMark = { ...holder.mark, phase: "applying" };
    await holder.write({ ...holder.lock, shards, publish: mark });
    await carryMoves(service, holder, planLate(seen, await readStored(service), { from, to: shards }));
  }
  await commit(service, holder, now());
  return DONE;
}

/** Answers what it saw last, when everything stood where it has to; null: somebody kept editing. */
async function copyAll(
  service: SyncService,
  holder: LockHolder,
  shards: number,
): Promise<readonly Stored[] | null> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    await holder.keepAlive();
    const stored = await readStored(service);
    const moves = planMoves(stored, holder.lock.shards, shards);
    if (moves.copies.length === 0 && moves.removals.length === 0) return stored;
    await carryMoves(service, holder, moves);
  }
  return null;
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
  const layout: CatalogueLayout = { generation, shards: lock.shards };
  await service.documents(LAYOUT).update({ data: layout });
  const finished: FinishedPublish = { id, generation, by, at };
  const recent = [finished, ...lock.recent].slice(0, MAX_RECENT);
  await holder.write({ ...lock, generation, publish: null, recent });
}
