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

describe("a draft and what is live", () => {
  it.each<[string, Draft, LiveSchedule | undefined, string]>([
    ["nothing moved", draft({ name: "A" }), live({}, "3"), "current"],
    ["new, and nothing is there", draft({ name: "A" }, null), undefined, "current"],
    ["another field moved", draft({ name: "A" }), live({ timeZone: "UTC" }), "merges"],
    ["the revision moved, the value did not", draft({ name: "A" }), live({}), "merges"],
    ["the same field moved", draft({ name: "A" }), live({ name: "B" }), "conflict"],
    ["somebody else did the same", draft({ name: "A" }), live({ name: "A" }), "done"],
    ["deleted under an edit", draft({ name: "A" }), undefined, "deleted"],
    ["changed under a deletion", draft(null), live({ name: "B" }), "changed"],
    ["touched, but not changed, under a deletion", draft(null), live({}), "merges"],
    ["deleted under a deletion", draft(null), undefined, "done"],
    ["damaged in the console", draft({ name: "A" }), { ...live({}), value: null }, "current"],
  ])("[PL66] %s", (_, mine, theirs, expected) => {
    expect(draftState(mine, theirs).is).toBe(expected);
  });

  it("[PL67] a merge is on top of what is live now", () => {
    expect(draftState(draft({ name: "A" }), live({ timeZone: "UTC" }))).toEqual({
      is: "merges",
      theirs: { revision: "4", value: { ...BASE, timeZone: "UTC" } },
      value: { ...BASE, timeZone: "UTC", name: "A" },
    });
  });
});
