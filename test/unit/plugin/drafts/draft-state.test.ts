import type { StoredSchedule } from "@schedule-manager/shared/model/model";
import { draftState } from "@schedule-manager/plugin/drafts/draft-state";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import type { LiveSchedule } from "@schedule-manager/plugin/catalogue/live-items";
import { EXAMPLE, liveSchedule } from "../items";

const { id: _, ...VALUE } = EXAMPLE;
const BASE = VALUE;
const live = (value: Partial<StoredSchedule>, revision = "4"): LiveSchedule =>
  liveSchedule({ ...EXAMPLE, ...value }, revision) as LiveSchedule;
const draft = (
  value: Partial<StoredSchedule> | null,
  base: Draft["base"] = { revision: "3", value: BASE },
): Draft => ({
  kind: "schedule",
  id: EXAMPLE.id,
  base,
  value: value === null ? null : { ...BASE, ...value },
  edited: 0,
});

describe("a draft and the live item", () => {
  it.each<[string, Draft, LiveSchedule | undefined, string]>([
    ["an unchanged live item: current", draft({ name: "A" }), live({}, "3"), "current"],
    ["a new item that does not exist live: current", draft({ name: "A" }, null), undefined, "current"],
    ["another field changed live: merges", draft({ name: "A" }), live({ timeZone: "UTC" }), "merges"],
    ["a new live revision with an equal value: merges", draft({ name: "A" }), live({}), "merges"],
    ["the same field changed live: conflict", draft({ name: "A" }), live({ name: "B" }), "conflict"],
    ["the same change is live: done", draft({ name: "A" }), live({ name: "A" }), "done"],
    ["an edited item was deleted live: deleted", draft({ name: "A" }), undefined, "deleted"],
    ["a deleted item was changed live: changed", draft(null), live({ name: "B" }), "changed"],
    ["a deleted item has a new live revision with an equal value: merges", draft(null), live({}), "merges"],
    ["a deleted item was deleted live: done", draft(null), undefined, "done"],
    ["a new item whose key exists live: merges", draft({ name: "A" }, null), live({ name: "B" }), "merges"],
    ["a deletion of what only exists live: changed", draft(null, null), live({}), "changed"],
    ["an unchanged live item that is deleted: current", draft(null), live({}, "3"), "current"],
    ["an invalid live item that is deleted: current", draft(null), { ...live({}), value: null }, "current"],
    ["an invalid live item: current", draft({ name: "A" }), { ...live({}), value: null }, "current"],
  ])("[PL66] %s", (_, mine, theirs, expected) => {
    expect(draftState(mine, theirs).type).toBe(expected);
  });

  it("[PL67] a merge has the current live version as its base", () => {
    expect(draftState(draft({ name: "A" }), live({ timeZone: "UTC" }))).toEqual({
      type: "merges",
      theirs: { revision: "4", value: { ...BASE, timeZone: "UTC" } },
      value: { ...BASE, timeZone: "UTC", name: "A" },
    });
  });
});
