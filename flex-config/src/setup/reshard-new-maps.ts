/** The maps that another number of shards needs beside those in use. */
import { bring } from "./carry-out";
import { syncObjects } from "./layout";
import type { LockHolder } from "./lock-holder";
import { describeStep, objectKey, planFirstUse, planSetup, type SetupPlan, type Taken } from "./plan";
import type { ReshardOptions } from "./reshard-held";
import { readSyncState } from "./sync-state";

/**
 * Maps that both numbers use are mended and keep their items. The others must be empty, and made by set-up: what an
 * interrupted run left in them are copies, which are made again.
 */
export async function planNewMaps(
  { client, serviceSid, shards }: Pick<ReshardOptions, "client" | "serviceSid" | "shards">,
  from: number,
): Promise<SetupPlan> {
  const inUse = new Set(syncObjects(from).map(objectKey));
  const wanted = syncObjects(shards).filter(({ type }) => type === "map");
  const state = await readSyncState(client, serviceSid, wanted);
  const isInUse = (object: (typeof wanted)[number]): boolean => inUse.has(objectKey(object));
  const fresh = planFirstUse(
    state,
    wanted.filter((object) => !isInUse(object)),
    "copies",
  );
  if (!fresh.ok) return fresh;
  return { ok: true, steps: [...planSetup(state, wanted.filter(isInUse)), ...fresh.steps] };
}

/** Works while nobody publishes: readers ignore these maps until the switch. */
export const makeNewMaps = (
  options: ReshardOptions,
  holder: LockHolder,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly taken: Taken }> =>
  bring(holder.service, () => planNewMaps(options, holder.lock.shards), {
    before: () => holder.keepAlive(),
    onStep: (step) => {
      options.onStep?.(describeStep(step));
    },
  });
