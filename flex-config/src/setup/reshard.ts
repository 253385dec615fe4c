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
import { syncObjects } from "./layout";
import { describeStep, planSetup } from "./plan";
import { clear } from "./reshard-clear";
import { DONE, held, MARK_PREFIX, type ReshardOptions, type ReshardResult } from "./reshard-held";
import { move } from "./reshard-move";
import { planMoves } from "./reshard-plan";
import { readStored } from "./reshard-store";
import { carryOut, readSyncState } from "./sync";

export async function reshard(options: ReshardOptions): Promise<ReshardResult> {
  const { client, serviceSid, shards, change } = options;
  const service = client.sync.v1.services(serviceSid);
  const lock = await readLock(client, serviceSid);
  if (lock === null) return { ok: false, reason: "not-set-up" };
  const unfinished = lock.publish?.id.startsWith(MARK_PREFIX) === true;
  if (lock.shards !== shards || unfinished) {
    await addMaps(options);
    const { copies } = planMoves(await readStored(service), lock.shards, shards);
    const moved = await change(`move ${copies.length} items from ${lock.shards} to ${shards} shards`, () =>
      held(options, (holder) => move(service, holder, options)),
    );
    if (moved === null) return DONE;
    if (!moved.ok) return moved;
  }
  return clear(options);
}

async function addMaps({ client, serviceSid, shards, change }: ReshardOptions): Promise<void> {
  const wanted = syncObjects(shards).filter(({ type }) => type === "map");
  for (const step of planSetup(await readSyncState(client, serviceSid, wanted), wanted)) {
    await change(describeStep(step), () => carryOut({ client, serviceSid }, [step]));
  }
}
