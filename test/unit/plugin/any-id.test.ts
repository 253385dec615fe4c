import { withStarts } from "@schedule-manager/plugin/features/import-export/import-plan";
import { createFindingsSelector } from "@schedule-manager/plugin/drafts/findings-selector";
import type { Live, LiveAny } from "@schedule-manager/plugin/catalogue/live-items";
import {
  cacheLoaded,
  liveChanged,
  liveReducer,
  mapsOpened,
  published,
} from "@schedule-manager/plugin/catalogue/live";
import { presenceChanged, presenceReducer } from "@schedule-manager/plugin/locks/presence";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "./items";

/** The property names that every object inherits. */
const IDS = Object.getOwnPropertyNames(Object.prototype);

const MAPS = ["schedules-0", "rules-0"];
const scheduleOf = (id: string, more: object = {}): LiveAny => liveSchedule({ ...EXAMPLE, id, ...more }, "1");
const names = ({ schedules: { ids, entities } }: Live) =>
  ids.map((id) => [id, entities[id]?.value?.name ?? null]);

describe.each(IDS)("an item whose id is %s", (id) => {
  const empty = liveReducer(undefined, mapsOpened(MAPS));
  const full = liveReducer(empty, liveChanged([{ type: "changed", item: scheduleOf(id) }]));

  it("[SC8] an item is added, changed and removed by events", () => {
    expect(empty.schedules.entities[id]).toBeUndefined();
    expect(names(full)).toEqual([[id, EXAMPLE.name]]);
    const renamed = { ...scheduleOf(id, { name: "Renamed" }), revision: "2" } as LiveAny;
    const changed = liveReducer(full, liveChanged([{ type: "changed", item: renamed }]));
    expect(names(changed)).toEqual([[id, "Renamed"]]);
    expect(names(liveReducer(changed, published([{ type: "deleted", kind: "schedule", id }])))).toEqual([]);
    expect(names(liveReducer(changed, liveChanged([{ type: "removed", kind: "schedule", id }])))).toEqual([]);
  });

  it("[SC8] an item is loaded by a snapshot and from the cache", () => {
    const { kind: _kind, ...rule } = liveRule({ ...WEEKDAYS, id });
    const { kind: _other, ...schedule } = scheduleOf(id);
    const kept = { schedules: [schedule], rules: [rule], maps: MAPS, asOf: 1 } as Parameters<
      typeof cacheLoaded
    >[0];
    const cached = liveReducer(undefined, cacheLoaded(kept));
    expect(names(cached)).toEqual([[id, EXAMPLE.name]]);
    expect(cached.rules.entities[id]?.value).toEqual({ ...WEEKDAYS, id });
    const items = [scheduleOf(id), scheduleOf("another-1")];
    const reset = liveReducer(
      empty,
      liveChanged([{ type: "reset", kind: "schedule", map: "schedules-0", items }]),
    );
    expect(names(reset).map(([of]) => of)).toEqual([id, "another-1"]);
  });

  it("[SC8] an item has its own findings", () => {
    const look = createFindingsSelector()(
      { rules: [], schedules: [{ ...EXAMPLE, id, rules: ["gone-1"] }] },
      0,
    );
    let step = look.next();
    while (step.done !== true) step = look.next();
    expect(Object.entries(step.value.schedules).map(([of]) => of)).toEqual([id]);
    expect(step.value.rules[id]).toBeUndefined();
  });

  it("[SC8] an item accepts a start date in an import", () => {
    const file = { rules: [{ ...WEEKDAYS, id }], schedules: [] };
    expect(withStarts(file, new Map()).rules).toEqual(file.rules);
    expect(withStarts(file, new Map([[id, "2026-01-05"]])).rules[0]?.startDate).toBe("2026-01-05");
  });

  it("[SC8] an identity maps to a person's name", () => {
    const none = presenceReducer(undefined, { type: "none" });
    expect(none.people[id]).toBeUndefined();
    const data = {
      lockId: "page-a",
      by: { identity: id, name: "Ada" },
      since: "2026-01-05T08:00:00Z",
      beat: 0,
    };
    const entry = { ref: "s:one-1" as const, data, updated: 1 };
    const { people } = presenceReducer(
      none,
      presenceChanged({ events: [{ type: "changed", entry }], now: 1 }),
    );
    expect(Object.entries(people)).toEqual([[id, "Ada"]]);
  });
});
