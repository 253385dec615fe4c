/** The maps of a layout that is not in use yet. */
import { bring } from "./carry-out";
import { layoutMaps } from "./layout";
import { describeStep, planFirstUse, type SetupPlan, type Taken } from "./plan";
import type { HeadHolder } from "./head-lease";
import type { ReshardOptions } from "./reshard-options";
import { readSyncState } from "./sync-state";

/**
 * Plans the new maps. They must be empty and created by set-up; items left by an interrupted run or an earlier
 * layout are copies, and are copied again.
 */
export async function planNewMaps({
  client,
  serviceSid,
  shards,
}: Pick<ReshardOptions, "client" | "serviceSid" | "shards">): Promise<SetupPlan> {
  const wanted = layoutMaps(shards);
  return planFirstUse(await readSyncState(client, serviceSid, wanted), wanted, "copies");
}

/** Creates the new maps under the lease. No one reads them before the switch. */
export const makeNewMaps = (
  options: ReshardOptions,
  holder: HeadHolder,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly taken: Taken }> =>
  bring(holder.service, () => planNewMaps(options), {
    before: () => holder.keepAlive(),
    onStep: (step) => {
      options.onStep?.(describeStep(step));
    },
  });
