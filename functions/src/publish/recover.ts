import { itemRef } from "@schedule-manager/shared/sync-layout";
import type { PublishMark } from "@schedule-manager/shared/sync-layout";
import type { SyncCaller } from "../sync/sync-caller";
import { applyIntent } from "./apply";
import { commit } from "./commit";
import { readIntent, readJournal } from "./intent";
import { removeIntent } from "./intent-store";
import { withMark, withoutMark } from "./lock-states";
import { moveLock } from "./lock-store";
import type { LockState } from "./lock-store";

/** ms without a sign of life, by Sync's dates, after which a publisher is dead: it stops itself long before. */
export const DEAD_AFTER = 15_000;

export type RecoveryOutcome =
  /** What was published is there whole. */
  | "finished"
  /** Nothing of it was written, nor is. */
  | "cleared"
  /** Somebody else is at it. */
  | "taken";

export interface Recovery {
  readonly caller: SyncCaller;
  readonly concurrency: number;
  /** ISO 8601, now. */
  readonly at: string;
}

/** Finishes a dead publish that had begun to apply, from its intent; clears any other. */
export async function recover(
  { caller, concurrency, at }: Recovery,
  lock: LockState,
  mark: PublishMark,
): Promise<RecoveryOutcome> {
  const { shards } = lock.data;
  if (mark.phase === "checking") {
    // The mark first: should its publisher wake up, it can no longer begin to apply.
    if ((await moveLock(caller, lock, withoutMark(lock.data))) === null) return "taken";
    await removeIntent(caller, mark, shards, concurrency).catch(() => undefined);
    return "cleared";
  }
  // Writing the mark anew keeps others away while this goes on.
  const mine = await moveLock(caller, lock, withMark(lock.data, { ...mark, since: at }));
  if (mine === null) return "taken";
  const { refs } = await readJournal(caller, mark);
  const intent = await readIntent(caller, mark, shards, concurrency);
  const { skipped } = await applyIntent(caller, intent, shards, concurrency);
  const known = new Set(intent.map(({ kind, id }) => itemRef(kind, id)));
  const lost = refs.filter((ref) => !known.has(ref));
  const done = await commit(caller, mine, { mark, refs, skipped: [...skipped, ...lost], at });
  return done === null ? "taken" : "finished";
}
