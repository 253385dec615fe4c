/**
 * Changes the number of shards of a service in use. The new layout's maps have different names; the lease blocks
 * publishing, and readers use the old maps until the switch.
 *
 *   lease --copies--> switch --late edits, change feeds, layout--> commit
 *
 * An interruption before the switch changes nothing, and the next run creates the new maps again. After the switch, the
 * next publisher finishes the resharding, which is a publish without items. `former-objects.ts` removes the old maps
 * later.
 */
import { randomBytes } from "node:crypto";
import { apply } from "@schedule-manager/shared/sync/publish-protocol";
import { readHead } from "../live/read-live";
import { aliveBy, copyAll, copyLate, mapsOf, readMaps } from "./copy-items";
import { commitHead, type HeadHolder, type LeaseRefusal, releaseHead, withHeadLease } from "./head-lease";
import type { ReshardOptions } from "./reshard-options";
import { makeNewMaps, planNewMaps } from "./new-maps";
import { describeStep, type Taken } from "./plan";

/** Prefix of the resharding's publish ids. */
const PREFIX = "reshard-";

export type ReshardResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: LeaseRefusal }
  | { readonly ok: false; readonly reason: "name-taken"; readonly taken: Taken };

const DONE: ReshardResult = { ok: true };

export async function reshard(options: ReshardOptions): Promise<ReshardResult> {
  const { client, serviceSid, shards, change } = options;
  const head = await readHead(client, serviceSid);
  if (head === null) return { ok: false, reason: "not-set-up" };
  const isUnfinished = head.publish?.id.startsWith(PREFIX) === true;
  if (head.shards === shards && !isUnfinished) return DONE;
  const plan = await planNewMaps(options);
  if (head.shards !== shards && !plan.ok) return { ok: false, reason: "name-taken", taken: plan.taken };
  const publish = {
    id: `${PREFIX}${randomBytes(6).toString("hex")}`,
    isOwn: (id: string) => id.startsWith(PREFIX),
  };
  const done = await change(`copy all items from ${head.shards} to ${shards} shards`, () =>
    withHeadLease(options, publish, (holder) => move(holder, options)),
  );
  if (done === null && plan.ok) {
    // A dry run only lists the steps.
    for (const step of plan.steps) await change(describeStep(step), () => Promise.resolve());
  }
  return done ?? DONE;
}

async function move(holder: HeadHolder, options: ReshardOptions): Promise<ReshardResult> {
  const { shards, now } = options;
  const from = holder.data.shards;
  // A run that was interrupted after the switch only lacks the commit.
  if (from !== shards) {
    const made = await makeNewMaps(options, holder);
    if (!made.ok) {
      await releaseHead(holder);
      return { ok: false, reason: "name-taken", taken: made.taken };
    }
    const alive = aliveBy(holder);
    const job = {
      shards,
      read: () => readMaps(alive, mapsOf(from)),
      readCopies: () => readMaps(alive, mapsOf(shards)),
    };
    const seen = await copyAll(alive, job);
    if (seen === null) {
      await releaseHead(holder);
      return { ok: false, reason: "lease-lost" };
    }
    await holder.write(apply({ ...holder.data, shards, layoutSince: now() }));
    await copyLate(alive, job, seen);
  }
  await commitHead(holder, now(), null);
  return DONE;
}
