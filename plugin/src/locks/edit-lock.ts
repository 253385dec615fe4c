import type { Actor, ItemRef, PresenceData } from "@schedule-manager/shared/sync/layout";

/** ms between two signs of life of a lock. */
export const HEARTBEAT = 20_000;
/** ms: a lock without a sign of life for so long is nobody's. Two heartbeats may be lost, and half of a third. */
export const STALE_AFTER = 50_000;
/** s until Sync removes a lock that gives no more signs of life. */
export const LOCK_TTL = 60;
/** s until Sync removes a lock that was given back. */
export const RELEASED_TTL = 1;

/** A lock as Sync holds it. */
export interface LockEntry {
  readonly ref: ItemRef;
  readonly data: PresenceData;
  /** ms since the epoch, Sync's clock: its last sign of life. */
  readonly updated: number;
}

/** Who edits here: a page of its own in each tab. */
export interface LockOwner {
  readonly lockId: string;
  readonly by: Actor;
}

/** Who has the lock of an item. */
export type Owner =
  | { readonly who: "nobody" }
  | { readonly who: "me" }
  /** `self`: the same person, in another tab. */
  | { readonly who: "other"; readonly by: Actor; readonly since: string; readonly self: boolean };

const NOBODY: Owner = { who: "nobody" };

/**
 * One's own lock is one's own until somebody else has it, however old it is: without a connection one edits on.
 * @param now ms since the epoch, Sync's clock
 */
export function ownerOf(entry: LockEntry | undefined, me: LockOwner | null, now: number): Owner {
  if (entry === undefined || entry.data.lockId === "") return NOBODY;
  const { lockId, by, since } = entry.data;
  if (lockId === me?.lockId) return { who: "me" };
  if (now - entry.updated > STALE_AFTER) return NOBODY;
  return { who: "other", by, since, self: by.identity === me?.by.identity };
}

/** What Sync holds at the moment of writing; null: nothing. */
type Current = PresenceData | null;

const begun = ({ lockId, by }: LockOwner, since: string): PresenceData => ({ lockId, by, since, beat: 0 });
const alive = (data: PresenceData): PresenceData => ({ ...data, beat: data.beat + 1 });

/**
 * Takes the lock if it is nobody's.
 * @param seen what was judged to be nobody's before
 */
export function claim(
  current: Current,
  me: LockOwner,
  since: string,
  seen: Current | undefined,
): PresenceData | null {
  if (current === null || current.lockId === "") return begun(me, since);
  if (current.lockId === me.lockId) return alive(current);
  const isDead = seen?.lockId === current.lockId && seen.beat === current.beat;
  return isDead ? begun(me, since) : null;
}

/** A sign of life. It never takes the lock back from somebody; one that Sync removed meanwhile it makes anew. */
export function beat(current: Current, mine: PresenceData): PresenceData | null {
  if (current === null) return alive(mine);
  return current.lockId === mine.lockId ? alive(current) : null;
}

/** Takes the lock, whoever has it. */
export const takeOver = (current: Current, me: LockOwner, since: string): PresenceData =>
  current?.lockId === me.lockId ? alive(current) : begun(me, since);

/** Gives one's own lock back. */
export const release = (current: Current, me: LockOwner): PresenceData | null =>
  current?.lockId === me.lockId ? { ...current, lockId: "" } : null;
