/**
 * Gives a service another number of shards while it is in use. Publishing is blocked by a publish mark, as another
 * publish would block it; everybody goes on reading.
 *
 *   mark --copies--> switch --late edits, pulses--> commit;  mark --strays--> unmark
 *
 * Cut off before the switch, nothing has changed: the mark dies as any publisher's does, and the copies are strays.
 * From the switch on it is finished by whoever publishes next, because to them it is a publish that changed no item.
 * Strays are cleared under a mark of their own: a change to yet another number of shards must not lose its copies.
 */
import { readLock } from "../live/read-live";
import { describeStep } from "./plan";
import { clear } from "./reshard-clear";
import { DONE, held, MARK_PREFIX, type ReshardOptions, type ReshardResult } from "./reshard-held";
import { move } from "./reshard-move";
import { planNewMaps } from "./reshard-new-maps";
import { planMoves } from "./reshard-plan";
import { readStored } from "./reshard-store";

export async function reshard(options: ReshardOptions): Promise<ReshardResult> {
  const { client, serviceSid, shards, change } = options;
  const service = client.sync.v1.services(serviceSid);
  const lock = await readLock(client, serviceSid);
  if (lock === null) return { ok: false, reason: "not-set-up" };
  const unfinished = lock.publish?.id.startsWith(MARK_PREFIX) === true;
  if (lock.shards !== shards || unfinished) {
    const plan = await planNewMaps(options, lock.shards);
    if (!plan.ok) return { ok: false, reason: "name-taken", taken: plan.taken };
    const { copies } = planMoves(await readStored(service), lock.shards, shards);
    const moved = await change(`move ${copies.length} items from ${lock.shards} to ${shards} shards`, () =>
      held(options, (holder) => move(service, holder, options)),
    );
    if (moved === null) {
      // A dry run, which only tells.
      for (const step of plan.steps) await change(describeStep(step), () => Promise.resolve());
      return DONE;
    }
    if (!moved.ok) return moved;
  }
  return clear(options);
}
