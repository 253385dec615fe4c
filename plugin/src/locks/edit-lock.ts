import type { Actor, ItemRef, PresenceData } from "@schedule-manager/shared/sync/layout";

/** ms between heartbeats of a lock. */
export const HEARTBEAT = 20_000;
/** ms without a heartbeat after which a lock is free. Two lost heartbeats and a late third one fit in. */
export const STALE_AFTER = 50_000;
/** s until Sync removes a lock without heartbeats. */
export const LOCK_TTL = 60;
/** s until Sync removes a released lock. */
export const RELEASED_TTL = 1;

/** A lock as Sync stores it. */
export interface LockEntry {
  readonly ref: ItemRef;
  readonly data: PresenceData;
  /** ms since the epoch, Sync's clock: the last heartbeat. */
  readonly updated: number;
}

/** The owner of a lock: one page of one person; each tab is a page. */
export interface LockOwner {
  readonly lockId: string;
  readonly by: Actor;
}

/** The owner of an item's lock. */
export type Owner =
  | { readonly type: "nobody" }
  | { readonly type: "me" }
  /** `self`: the same person in another tab. */
  | { readonly type: "other"; readonly by: Actor; readonly since: string; readonly self: boolean };

const NOBODY: Owner = { type: "nobody" };

/**
 * A page keeps its own lock, however old, until another page takes it: editing continues without a connection.
 * @param now ms since the epoch, Sync's clock
 */
export function ownerOf(entry: LockEntry | undefined, me: LockOwner | null, now: number): Owner {
  if (entry === undefined || entry.data.lockId === "") return NOBODY;
  const { lockId, by, since } = entry.data;
  if (lockId === me?.lockId) return { type: "me" };
  if (now - entry.updated > STALE_AFTER) return NOBODY;
  return { type: "other", by, since, self: by.identity === me?.by.identity };
}

/** The stored lock at the time of the write; null: none. */
type Current = PresenceData | null;

const started = ({ lockId, by }: LockOwner, since: string): PresenceData => ({ lockId, by, since, beat: 0 });
const alive = (data: PresenceData): PresenceData => ({ ...data, beat: data.beat + 1 });

/**
 * Takes the lock if it is free.
 * @param seen the lock that was judged free
 */
export function claim(
  current: Current,
  me: LockOwner,
  since: string,
  seen: Current | undefined,
): PresenceData | null {
  if (current === null || current.lockId === "") return started(me, since);
  if (current.lockId === me.lockId) return alive(current);
  const isDead = seen?.lockId === current.lockId && seen.beat === current.beat;
  return isDead ? started(me, since) : null;
}

/** A heartbeat. It recreates a lock that Sync removed, but never takes one from another owner. */
export function beat(current: Current, mine: PresenceData): PresenceData | null {
  if (current === null) return alive(mine);
  return current.lockId === mine.lockId ? alive(current) : null;
}

/** Takes the lock from any owner. */
export const takeOver = (current: Current, me: LockOwner, since: string): PresenceData =>
  current?.lockId === me.lockId ? alive(current) : started(me, since);

/** Releases the page's own lock. */
export const release = (current: Current, me: LockOwner): PresenceData | null =>
  current?.lockId === me.lockId ? { ...current, lockId: "" } : null;
