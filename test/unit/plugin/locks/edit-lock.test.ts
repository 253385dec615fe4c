import {
  beat,
  claim,
  HEARTBEAT,
  type Owner,
  ownerOf,
  LOCK_TTL,
  type LockEntry,
  type LockOwner,
  release,
  STALE_AFTER,
  takeOver,
} from "@schedule-manager/plugin/locks/edit-lock";
import type { PresenceData } from "@schedule-manager/shared/sync/layout";

const ADA: LockOwner = { lockId: "page-a", by: { identity: "ada", name: "Ada" } };
const ADAS_OTHER_TAB: LockOwner = { ...ADA, lockId: "page-a2" };
const BO: LockOwner = { lockId: "page-b", by: { identity: "bo" } };
const REF = "s:support-1";
const SINCE = "2026-09-04T10:00:00.000Z";
const LATER = "2026-09-04T11:00:00.000Z";
const lock = ({ lockId, by }: LockOwner, beats = 0): PresenceData => ({
  lockId,
  by,
  since: SINCE,
  beat: beats,
});
const released: PresenceData = { ...lock(BO, 7), lockId: "" };

const entry = (data: PresenceData, updated = 1_000_000): LockEntry => ({ ref: REF, data, updated });

describe("the owner of a lock", () => {
  const other = (by: LockOwner, self: boolean): Owner => ({ type: "other", by: by.by, since: SINCE, self });
  const cases: readonly (readonly [string, LockEntry | undefined, number, Owner])[] = [
    ["a missing lock is free", undefined, 0, { type: "nobody" }],
    ["a released lock is free", entry(released), 0, { type: "nobody" }],
    ["this page owns its lock", entry(lock(ADA)), 0, { type: "me" }],
    ["this page owns its lock without heartbeats", entry(lock(ADA)), 10 * STALE_AFTER, { type: "me" }],
    ["another person owns their lock", entry(lock(BO)), 0, other(BO, false)],
    ["a lock with a heartbeat just in time is owned", entry(lock(BO)), STALE_AFTER, other(BO, false)],
    ["a lock without a heartbeat in time is free", entry(lock(BO)), STALE_AFTER + 1, { type: "nobody" }],
    [
      "the same person's other tab owns its lock",
      entry(lock(ADAS_OTHER_TAB)),
      0,
      other(ADAS_OTHER_TAB, true),
    ],
  ];
  it.each(cases)("[LK2] %s", (_, held, age, holder) => {
    const entries = held === undefined ? {} : { [held.ref]: held };
    expect(ownerOf(entries, REF, ADA, (held?.updated ?? 0) + age)).toEqual(holder);
  });

  it("[LK23] a heartbeat by one lock counts for every lock of its page, and for no other page", () => {
    const old = entry(lock(BO));
    const renewed = { ...entry(lock(BO, 3), old.updated + STALE_AFTER), ref: "r:rule-1" } as const;
    const tabs = { ...entry(lock(ADAS_OTHER_TAB), old.updated + STALE_AFTER), ref: "r:rule-2" } as const;
    const later = old.updated + STALE_AFTER + 1;
    expect(ownerOf({ [REF]: old, [renewed.ref]: renewed }, REF, ADA, later)).toEqual(other(BO, false));
    expect(ownerOf({ [REF]: old, [tabs.ref]: tabs }, REF, ADA, later)).toEqual({ type: "nobody" });
  });

  it("[LK2] a lock survives a lost heartbeat and a late one, and is free within 30 seconds of the last one", () => {
    expect(STALE_AFTER - 2 * HEARTBEAT).toBeGreaterThanOrEqual(5000);
    expect(STALE_AFTER).toBeLessThan(30_000);
  });

  it("[LK23] Sync keeps nine locks that a page renews in turn, also when it loses as many heartbeats", () => {
    expect(LOCK_TTL * 1000).toBeGreaterThanOrEqual(2 * 9 * HEARTBEAT);
  });
});

describe("writes to a lock", () => {
  const begun = (me: LockOwner): PresenceData => ({ ...lock(me), since: LATER });
  const cases: readonly (readonly [string, PresenceData | null, PresenceData | null])[] = [
    ["claim of a missing lock takes it", claim(null, ADA, LATER, undefined), begun(ADA)],
    ["claim of a released lock takes it", claim(released, ADA, LATER, undefined), begun(ADA)],
    ["claim of the own lock is a heartbeat", claim(lock(ADA, 4), ADA, LATER, undefined), lock(ADA, 5)],
    ["claim of another's lock leaves it", claim(lock(BO), ADA, LATER, undefined), null],
    [
      "claim of an expired lock, unchanged since, takes it",
      claim(lock(BO, 3), ADA, LATER, lock(BO, 3)),
      begun(ADA),
    ],
    [
      "claim of an expired lock with a heartbeat since leaves it",
      claim(lock(BO, 4), ADA, LATER, lock(BO, 3)),
      null,
    ],
    [
      "claim of an expired lock with another owner since leaves it",
      claim(lock(ADAS_OTHER_TAB, 3), ADA, LATER, lock(BO, 3)),
      null,
    ],
    ["heartbeat of the own lock counts up", beat(lock(ADA, 4), lock(ADA, 4)), lock(ADA, 5)],
    ["heartbeat of a removed lock recreates it", beat(null, lock(ADA, 4)), lock(ADA, 5)],
    ["heartbeat leaves a lock that another page took", beat(lock(BO), lock(ADA, 4)), null],
    ["heartbeat leaves a lock that another page released", beat(released, lock(ADA, 4)), null],
    ["takeover of a missing lock takes it", takeOver(null, ADA, LATER), begun(ADA)],
    ["takeover of another's lock takes it", takeOver(lock(BO, 9), ADA, LATER), begun(ADA)],
    ["takeover of the own lock is a heartbeat", takeOver(lock(ADA, 9), ADA, LATER), lock(ADA, 10)],
    ["release frees the own lock", release(lock(ADA, 2), ADA), { ...lock(ADA, 2), lockId: "" }],
    ["release leaves a lock that another page took", release(lock(BO), ADA), null],
    ["release of a missing lock does nothing", release(null, ADA), null],
  ];
  it.each(cases)("[LK3] %s", (_, written, expected) => {
    expect(written).toEqual(expected);
  });
});
