/** The maps of a layout that nobody uses yet. */
import { bring } from "./carry-out";
import { layoutMaps } from "./layout";
import { describeStep, planFirstUse, type SetupPlan, type Taken } from "./plan";
import type { HeadHolder } from "./head-lease";
import type { ReshardOptions } from "./reshard-options";
import { readSyncState } from "./sync-state";

/**
 * They have to be empty, and made by set-up: what an interrupted run or an earlier layout left in them are copies, which
 * are made again.
 */
export async function planNewMaps({
  client,
  serviceSid,
  shards,
}: Pick<ReshardOptions, "client" | "serviceSid" | "shards">): Promise<SetupPlan> {
  const wanted = layoutMaps(shards);
  return planFirstUse(await readSyncState(client, serviceSid, wanted), wanted, "copies");
}

/** Works while nobody publishes: nobody reads these maps until the switch. */
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
