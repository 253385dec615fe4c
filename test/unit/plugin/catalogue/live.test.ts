import type { Live, LiveEvent } from "@schedule-manager/plugin/catalogue/live-items";
import {
  isLive,
  isLoaded,
  liveChanged,
  liveReducer,
  mapsOpened,
  published,
} from "@schedule-manager/plugin/catalogue/live";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { isNewer } from "@schedule-manager/plugin/catalogue/revision";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../items";

const START = liveReducer(undefined, mapsOpened(["schedules-0", "schedules-1", "rules-0"]));
const after = (events: readonly LiveEvent[], from: Live = START): Live =>
  liveReducer(from, liveChanged(events));
const named = (name: string) => ({ ...EXAMPLE, name });
const names = ({ schedules: { ids, entities } }: Live): (string | undefined)[] =>
  ids.map((id) => entities[id]?.value?.name);

const reset = (...items: ReturnType<typeof liveSchedule>[]): LiveEvent => ({
  type: "reset",
  kind: "schedule",
  map: "schedules-0",
  items,
});
const changed = (name: string, revision: string): LiveEvent => ({
  type: "changed",
  item: liveSchedule(named(name), revision),
});
const removed: LiveEvent = { type: "removed", kind: "schedule", id: EXAMPLE.id };

describe("the live state", () => {
  it.each<{ title: string; events: readonly LiveEvent[]; expected: string[] }>([
    { title: "a change event adds an item", events: [changed("a", "0")], expected: ["a"] },
    {
      title: "a newer revision replaces the item",
      events: [changed("a", "1"), changed("b", "2")],
      expected: ["b"],
    },
    {
      title: "an older revision is ignored",
      events: [changed("a", "2"), changed("b", "1")],
      expected: ["a"],
    },
    {
      title: "the same revision is ignored",
      events: [changed("a", "2"), changed("b", "2")],
      expected: ["a"],
    },
    {
      title: "revisions are compared as numbers",
      events: [changed("a", "9"), changed("b", "10")],
      expected: ["b"],
    },
    { title: "a removed event removes the item", events: [changed("a", "1"), removed], expected: [] },
    {
      title: "a second removed event changes nothing",
      events: [changed("a", "1"), removed, removed],
      expected: [],
    },
    {
      title: "a recreated item is added, although its revisions restart",
      events: [changed("a", "5"), removed, changed("b", "0")],
      expected: ["b"],
    },
    {
      title: "a snapshot removes items that it does not contain",
      events: [changed("a", "1"), reset()],
      expected: [],
    },
    {
      title: "a snapshot replaces a recreated item, although its revision is lower",
      events: [changed("a", "5"), reset(liveSchedule(named("b"), "0"))],
      expected: ["b"],
    },
    {
      title: "events that a snapshot already contains change nothing",
      events: [reset(liveSchedule(named("c"), "3")), changed("a", "1"), changed("b", "2"), changed("c", "3")],
      expected: ["c"],
    },
    {
      title: "an item removed during the snapshot's read stays removed",
      events: [reset(liveSchedule(named("a"), "3")), changed("a", "3"), removed],
      expected: [],
    },
  ])("[PL11] $title", ({ events, expected }) => {
    expect(names(after(events))).toEqual(expected);
    // One action or several: the result is the same.
    expect(names(events.reduce((state, event) => after([event], state), START))).toEqual(expected);
  });

  it("[PL12] a snapshot of one map leaves the items of other maps unchanged", () => {
    const other = liveSchedule({ ...named("other"), id: "other-000001" }, "0", { map: "schedules-1" });
    const state = after([{ type: "changed", item: other }, changed("a", "1"), reset()]);
    expect(names(state)).toEqual(["other"]);
  });

  it("[PL13] the catalogue is loaded when every map has delivered its items", () => {
    const rules: LiveEvent = { type: "reset", kind: "rule", map: "rules-0", items: [liveRule(WEEKDAYS)] };
    const second: LiveEvent = { type: "reset", kind: "schedule", map: "schedules-1", items: [] };
    expect(isLoaded(liveReducer(undefined, { type: "none" }))).toBe(false);
    expect(isLoaded(after([reset(), rules]))).toBe(false);
    expect(isLoaded(after([reset(), rules, second]))).toBe(true);
  });

  it("[PL13] a map counts once, and a late snapshot of another layout's map does not count", () => {
    expect(after([reset(), reset()]).loaded).toEqual(["schedules-0"]);
    expect(after([{ type: "reset", kind: "schedule", map: "schedules-0-of-9", items: [] }]).loaded).toEqual(
      [],
    );
  });

  it("[OC22] after a lost connection the date of the items stays until every map is caught up", () => {
    const maps = ["schedules-0", "schedules-1", "rules-0"];
    const all = after([
      reset(liveSchedule(named("a"), "1")),
      { type: "reset", kind: "schedule", map: "schedules-1", items: [] },
      { type: "reset", kind: "rule", map: "rules-0", items: [] },
    ]);
    expect(all.asOf).toBeNull();
    const cut = liveReducer(
      all,
      connectionChanged({ to: { type: "interrupted", reason: "network" }, at: 5 }),
    );
    const dates = maps.map((_, index) =>
      after(
        maps.slice(0, index + 1).map((map) => ({ type: "caughtUp", map })),
        cut,
      ),
    );
    expect([cut, ...dates].map(({ asOf }) => asOf)).toEqual([5, 5, 5, null]);
    expect(dates.map(isLive)).toEqual([false, false, true]);
  });

  describe("resharding", () => {
    const whole = (
      map: string,
      kind: "schedule" | "rule",
      ...items: ReturnType<typeof liveSchedule>[]
    ): LiveEvent => ({ type: "reset", kind, map, items: items.map((item) => ({ ...item, map })) });
    const third = { ...named("third"), id: "third-000001" };
    const before = after([
      whole("schedules-0", "schedule", liveSchedule(named("a"), "7"), liveSchedule(third, "1")),
      whole("schedules-1", "schedule"),
      whole("rules-0", "rule"),
    ]);
    const opened = liveReducer(before, mapsOpened(["schedules-0-of-1", "rules-0-of-1"]));

    it("[PL14] the old items stay until every new map is loaded, and those in no new map are then removed", () => {
      expect([names(opened), isLoaded(opened)]).toEqual([["a", "third"], true]);
      const half = after([whole("schedules-0-of-1", "schedule")], opened);
      expect([names(half), isLoaded(half)]).toEqual([["a", "third"], true]);
      const moved = after([whole("schedules-0-of-1", "schedule", liveSchedule(named("moved"), "0"))], opened);
      expect(names(moved)).toEqual(["a", "third"]);
      const all = after([whole("rules-0-of-1", "rule")], moved);
      expect([names(all), isLoaded(all)]).toEqual([["moved"], true]);
    });

    it("[PL14] a publish meanwhile shows at once, and stays when the new maps replace the old ones", () => {
      const item = liveSchedule(named("b"), "1", { map: "schedules-0-of-1" });
      const shown = liveReducer(opened, published([{ type: "written", item }]));
      expect(names(shown)).toEqual(["b", "third"]);
      const late = whole("schedules-0-of-1", "schedule", liveSchedule(named("a"), "0"));
      const deleted = liveReducer(
        shown,
        published([{ type: "deleted", kind: "schedule", id: "third-000001" }]),
      );
      expect(names(deleted)).toEqual(["b"]);
      const all = after([late, changed("b", "1"), whole("rules-0-of-1", "rule")], deleted);
      expect(names(all)).toEqual(["b"]);
    });

    it("[PL14] maps that were read before a lost connection count, and the former layout can come back", () => {
      const half = after([whole("schedules-0-of-1", "schedule")], opened);
      const again = liveReducer(half, mapsOpened(["schedules-0-of-1", "rules-0-of-1"]));
      expect(names(after([whole("rules-0-of-1", "rule")], again))).toEqual([]);
      const back = liveReducer(half, mapsOpened(["schedules-0", "schedules-1", "rules-0"]));
      expect([names(back), isLoaded(back), back.opening]).toEqual([["a", "third"], true, null]);
    });

    it("[PL14] an incomplete catalogue does not count as loaded", () => {
      const half = liveReducer(after([changed("a", "1")]), mapsOpened(["schedules-0-of-1", "rules-0-of-1"]));
      expect(isLoaded(half)).toBe(false);
      const all = [whole("schedules-0-of-1", "schedule"), whole("rules-0-of-1", "rule")];
      expect(isLoaded(after(all, half))).toBe(true);
    });

    it("[PL14] the old items stay through a second change of shards", () => {
      const again = liveReducer(
        after([whole("schedules-0-of-1", "schedule")], opened),
        mapsOpened(["schedules-0-of-3", "schedules-1-of-3", "schedules-2-of-3", "rules-0-of-3"]),
      );
      expect([names(again), isLoaded(again)]).toEqual([["a", "third"], true]);
    });
  });

  it("[PL15] an unchanged item keeps its identity through a snapshot", () => {
    const before = after([reset(liveSchedule(named("a"), "1"))]);
    const now = after([reset(liveSchedule(named("a"), "1"))], before);
    expect(now.schedules.entities[EXAMPLE.id]).toBe(before.schedules.entities[EXAMPLE.id]);
  });

  it("[PL16] a published item shows before Sync's event, and a late event does not revert it", () => {
    const before = after([changed("a", "1")]);
    const written = liveReducer(
      before,
      published([{ type: "written", item: liveSchedule(named("b"), "2") }]),
    );
    expect(names(written)).toEqual(["b"]);
    expect(names(after([changed("a", "1"), changed("b", "2")], written))).toEqual(["b"]);
  });

  it("[PL17] a published deletion survives late events, and a recreated item is added", () => {
    const before = after([changed("a", "1")]);
    const gone = liveReducer(before, published([{ type: "deleted", kind: "schedule", id: EXAMPLE.id }]));
    expect(names(gone)).toEqual([]);
    expect(names(after([changed("late", "2")], gone))).toEqual([]);
    expect(names(after([changed("late", "2"), removed, changed("anew", "0")], gone))).toEqual(["anew"]);
    const told = liveReducer(
      after([removed], before),
      published([{ type: "deleted", kind: "schedule", id: EXAMPLE.id }]),
    );
    expect(names(after([changed("anew", "0")], told))).toEqual(["anew"]);
  });

  it("[PL17] a snapshot of the schedules ends the wait for their late events, and not for those of rules", () => {
    const rule = liveRule(WEEKDAYS, "1");
    const gone = liveReducer(
      after([changed("a", "1"), { type: "changed", item: rule }]),
      published([
        { type: "deleted", kind: "schedule", id: EXAMPLE.id },
        { type: "deleted", kind: "rule", id: WEEKDAYS.id },
      ]),
    );
    const next = after([reset(), changed("anew", "0"), { type: "changed", item: rule }], gone);
    expect([names(next), next.rules.ids]).toEqual([["anew"], []]);
  });

  it.each([
    ["1", "0", true],
    ["0", "1", false],
    ["5", "5", false],
    ["10", "9", true],
    ["ff", "100", false],
    ["1a", "19", true],
  ])("[PL18] revision %s is newer than %s: %s", (a, b, expected) => {
    expect(isNewer(a, b)).toBe(expected);
  });
});
