import type { LockEntry } from "@schedule-manager/plugin/locks/edit-lock";
import { otherOwners } from "@schedule-manager/plugin/locks/other-owners";
import {
  peopleRemembered,
  type Presence,
  presenceBegun,
  presenceChanged,
  type PresenceEvent,
  presenceJudged,
  presenceReducer,
} from "@schedule-manager/plugin/locks/presence";
import { selectOwnLocks, selectSchedulesLockedElsewhere } from "@schedule-manager/plugin/locks/selectors";
import type { Actor, ItemRef } from "@schedule-manager/shared/sync/layout";
import { flexLikeStore } from "../store";

const ADA: Actor = { identity: "ada", name: "Ada" };
const BO: Actor = { identity: "bo", name: "Bo" };
const ME = { lockId: "page-a", by: ADA };
const SINCE = "2026-09-04T10:00:00.000Z";
const NOW = 1_000_000;

const lock = (ref: ItemRef, lockId: string, by: Actor = BO, updated = NOW): LockEntry => ({
  ref,
  data: { lockId, by, since: SINCE, beat: 0 },
  updated,
});
const changed = (...args: Parameters<typeof lock>): PresenceEvent => ({
  type: "changed",
  entry: lock(...args),
});
const reset = (...entries: readonly LockEntry[]): PresenceEvent => ({ type: "reset", entries });
const mine = (ref: ItemRef, updated = NOW): PresenceEvent => changed(ref, "page-a", ADA, updated);

/** This page's state after some events. */
const after = (...events: readonly PresenceEvent[]): Presence =>
  presenceReducer(presenceReducer(undefined, presenceBegun(ME)), presenceChanged({ events, now: NOW }));
const owners = ({ entries }: Presence) =>
  Object.values(entries).map((entry) => `${entry?.ref} ${entry?.data.lockId}`);

describe("the locks that a page knows", () => {
  it("[LK5] each change replaces the lock of its item, unless it is older than the known one", () => {
    const state = after(
      changed("s:a", "page-b"),
      changed("r:b", "page-b"),
      changed("s:a", "page-c", BO, NOW + 1),
    );
    expect(owners(state)).toEqual(["s:a page-c", "r:b page-b"]);
    const late = presenceReducer(
      state,
      presenceChanged({ events: [changed("s:a", "page-d", BO, NOW)], now: NOW + 5 }),
    );
    expect([owners(late), late.now]).toEqual([owners(state), NOW + 5]);
    const same = presenceChanged({ events: [changed("s:a", "page-d", BO, NOW + 1)], now: NOW });
    expect(owners(presenceReducer(state, same))).toContain("s:a page-d");
  });

  it("[LK5] a snapshot drops the locks that it lacks, and a removal its own", () => {
    const state = after(
      changed("s:a", "page-b"),
      changed("s:b", "page-b"),
      changed("s:c", "page-b"),
      reset(lock("s:b", "page-c"), lock("s:c", "page-b")),
      { type: "removed", ref: "s:c" },
      { type: "removed", ref: "s:never" },
    );
    expect(owners(state)).toEqual(["s:b page-c"]);
  });

  it("[LK9] the lock of this page that another one has now is taken, until this page has it again", () => {
    const taken = after(mine("s:a"), changed("s:a", "page-b"));
    expect(taken.taken).toEqual({ "s:a": { by: BO, since: SINCE } });
    const again = presenceReducer(taken, presenceChanged({ events: [mine("s:a")], now: NOW }));
    expect(again.taken).toEqual({});
    // Others' locks, and a release, are no takeover.
    expect(after(changed("s:a", "page-b"), changed("s:a", "page-c")).taken).toEqual({});
    expect(after(mine("s:a"), changed("s:a", "")).taken).toEqual({});
  });

  it("[LK10] a lock that Sync removed while this page was away counts as taken by the next owner, until it is caught up", () => {
    const gone: PresenceEvent = { type: "removed", ref: "s:a" };
    expect(after(mine("s:a"), gone).expired).toEqual(["s:a"]);
    expect(after(mine("s:a"), gone, changed("s:a", "page-b")).taken).toHaveProperty("s:a");
    const caughtUp = after(mine("s:a"), gone, { type: "caughtUp" }, changed("s:a", "page-b"));
    expect([caughtUp.taken, caughtUp.expired]).toEqual([{}, []]);
    expect(after(changed("s:a", "page-b"), gone).expired).toEqual([]);
  });

  it("[LK13] a page without the right to edit has nothing to lose", () => {
    const events = [mine("s:a"), changed("s:a", "page-b"), { type: "removed", ref: "s:a" } as const];
    const state = presenceReducer(undefined, presenceChanged({ events, now: NOW }));
    expect([state.taken, state.expired, state.me]).toEqual([{}, [], null]);
  });

  it("[HV17] people are named as they were seen last, and as remembered until then", () => {
    const remembered = presenceReducer(after(), peopleRemembered({ bo: "Bo of before", cy: "Cy" }));
    const unnamed = changed("s:a", "page-d", { identity: "di" });
    const events = [changed("s:a", "page-b"), unnamed];
    const state = presenceReducer(remembered, presenceChanged({ events, now: NOW }));
    expect({ ...state.people }).toEqual({ bo: "Bo", cy: "Cy" });
    expect(presenceReducer(state, presenceChanged({ events, now: NOW })).people).toBe(state.people);
    expect({ ...presenceReducer(state, peopleRemembered({ bo: "Bo of before" })).people }).toMatchObject({
      bo: "Bo",
    });
  });

  it("[LK8] time alone changes no lock", () => {
    const state = after(changed("s:a", "page-b"));
    expect(presenceReducer(state, presenceJudged(NOW + 7))).toEqual({ ...state, now: NOW + 7 });
  });
});

describe("who edits what", () => {
  function store(...events: readonly PresenceEvent[]) {
    const made = flexLikeStore();
    made.dispatch(presenceBegun(ME));
    made.dispatch(presenceChanged({ events, now: NOW }));
    return made.getState();
  }

  it("[LK19] the other editors of some items are named once each, with their items in the given order", () => {
    const other = { identity: "ada", name: "Ada" };
    const root = store(
      changed("s:a", "page-b"),
      changed("r:b", "page-c", other),
      changed("s:c", "page-b"),
      mine("s:d"),
      changed("s:e", ""),
    );
    expect(otherOwners(root, ["s:c", "s:d", "s:e", "r:b", "s:a", "s:free"])).toEqual([
      { by: BO, self: false, refs: ["s:c", "s:a"] },
      { by: other, self: true, refs: ["r:b"] },
    ]);
    expect(otherOwners(root, [])).toEqual([]);
  });

  it("[TA8] the schedules that somebody else edits are those of other pages, and no rules", () => {
    const root = store(changed("s:a", "page-b"), changed("r:b", "page-b"), mine("s:c"), changed("s:d", ""));
    expect(selectSchedulesLockedElsewhere(root)).toEqual(["a"]);
    expect(selectOwnLocks(root)).toEqual(["s:c"]);
  });
});
