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
const SINCE = "2026-09-04T10:00:00.000Z";
const LATER = "2026-09-04T11:00:00.000Z";
const lock = ({ lockId, by }: LockOwner, beats = 0): PresenceData => ({
  lockId,
  by,
  since: SINCE,
  beat: beats,
});
const released: PresenceData = { ...lock(BO, 7), lockId: "" };

const entry = (data: PresenceData, updated = 1_000_000): LockEntry => ({ ref: "s:support-1", data, updated });

describe("who has a lock", () => {
  const other = (by: LockOwner, self: boolean): Owner => ({ who: "other", by: by.by, since: SINCE, self });
  const cases: readonly (readonly [string, LockEntry | undefined, number, Owner])[] = [
    ["there is none", undefined, 0, { who: "nobody" }],
    ["it was given back", entry(released), 0, { who: "nobody" }],
    ["it is this page's", entry(lock(ADA)), 0, { who: "me" }],
    ["it is this page's, however old", entry(lock(ADA)), 10 * STALE_AFTER, { who: "me" }],
    ["somebody else has it", entry(lock(BO)), 0, other(BO, false)],
    ["its last sign of life is just not too old", entry(lock(BO)), STALE_AFTER, other(BO, false)],
    ["its last sign of life is too old", entry(lock(BO)), STALE_AFTER + 1, { who: "nobody" }],
    ["the same person has it in another tab", entry(lock(ADAS_OTHER_TAB)), 0, other(ADAS_OTHER_TAB, true)],
  ];
  it.each(cases)("[LK2] %s", (_, held, age, holder) => {
    expect(ownerOf(held, ADA, (held?.updated ?? 0) + age)).toEqual(holder);
  });

  it("[LK2] a heartbeat may be lost twice before a lock is nobody's, and Sync removes it soon after", () => {
    expect(HEARTBEAT).toBeGreaterThanOrEqual(20_000);
    expect(STALE_AFTER).toBeGreaterThan(2 * HEARTBEAT);
    expect(STALE_AFTER).toBeLessThan(60_000);
    expect(LOCK_TTL * 1000).toBeGreaterThan(STALE_AFTER);
  });
});

describe("what is written over a lock", () => {
  const begun = (me: LockOwner): PresenceData => ({ ...lock(me), since: LATER });
  const cases: readonly (readonly [string, PresenceData | null, PresenceData | null])[] = [
    ["claim: nothing there", claim(null, ADA, LATER, undefined), begun(ADA)],
    ["claim: given back", claim(released, ADA, LATER, undefined), begun(ADA)],
    ["claim: mine already", claim(lock(ADA, 4), ADA, LATER, undefined), lock(ADA, 5)],
    ["claim: somebody's", claim(lock(BO), ADA, LATER, undefined), null],
    ["claim: dead, as it was seen", claim(lock(BO, 3), ADA, LATER, lock(BO, 3)), begun(ADA)],
    ["claim: alive again since it was seen", claim(lock(BO, 4), ADA, LATER, lock(BO, 3)), null],
    [
      "claim: of somebody else since it was seen",
      claim(lock(ADAS_OTHER_TAB, 3), ADA, LATER, lock(BO, 3)),
      null,
    ],
    ["beat: mine", beat(lock(ADA, 4), lock(ADA, 4)), lock(ADA, 5)],
    ["beat: removed meanwhile", beat(null, lock(ADA, 4)), lock(ADA, 5)],
    ["beat: somebody else's by now", beat(lock(BO), lock(ADA, 4)), null],
    ["beat: given back by somebody else", beat(released, lock(ADA, 4)), null],
    ["take over: nothing there", takeOver(null, ADA, LATER), begun(ADA)],
    ["take over: somebody's", takeOver(lock(BO, 9), ADA, LATER), begun(ADA)],
    ["take over: mine already", takeOver(lock(ADA, 9), ADA, LATER), lock(ADA, 10)],
    ["release: mine", release(lock(ADA, 2), ADA), { ...lock(ADA, 2), lockId: "" }],
    ["release: somebody else's by now", release(lock(BO), ADA), null],
    ["release: nothing there", release(null, ADA), null],
  ];
  it.each(cases)("[LK3] %s", (_, written, expected) => {
    expect(written).toEqual(expected);
  });
});
