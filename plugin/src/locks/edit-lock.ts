import type { Actor, ItemRef, PresenceData } from "@schedule-manager/shared/sync/layout";

/**
 * ms between heartbeats of a page. Each renews one of the page's locks, the oldest, and counts for all of them, so the
 * cost for Sync is one write however many locks a page holds.
 */
export const HEARTBEAT = 10_000;
/** ms without a heartbeat after which a page's locks are free. One lost heartbeat and a late second one fit in. */
export const STALE_AFTER = 28_000;
/** s until Sync removes a lock that is not renewed. A page renews each of its nine locks every 90 s. */
export const LOCK_TTL = 180;
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

/** The locks as Sync stores them. */
export type LockEntries = Readonly<Partial<Record<ItemRef, LockEntry>>>;

/** The last heartbeat of a page, by any of its locks: ms since the epoch, Sync's clock. */
export const lastHeartbeat = (entries: LockEntries, lockId: string): number =>
  Object.values(entries).reduce(
    (last, entry) => (entry?.data.lockId === lockId ? Math.max(last, entry.updated) : last),
    0,
  );

/**
 * A page keeps its own lock, however old, until another page takes it: editing continues without a connection.
 * @param now ms since the epoch, Sync's clock
 */
export function ownerOf(entries: LockEntries, ref: ItemRef, me: LockOwner | null, now: number): Owner {
  const entry = entries[ref];
  if (entry === undefined || entry.data.lockId === "") return NOBODY;
  const { lockId, by, since } = entry.data;
  if (lockId === me?.lockId) return { type: "me" };
  if (now - lastHeartbeat(entries, lockId) > STALE_AFTER) return NOBODY;
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
