import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../items";
import { flexLikeStore, storeSelectors } from "../store";

const OTHER: Schedule = { ...EXAMPLE, id: "other", name: "Other" };
const NIGHTS: Rule = { ...WEEKDAYS, id: "nights", name: "Nights" };

/** A catalogue with drafts of a schedule and a rule. */
function catalogue() {
  const store = flexLikeStore();
  const selectors = storeSelectors();
  store.dispatch(mapsOpened(["schedules-0", "rules-0"]));
  const live = () =>
    store.dispatch(
      liveChanged([
        {
          type: "reset",
          kind: "schedule",
          map: "schedules-0",
          items: [liveSchedule(EXAMPLE), liveSchedule(OTHER)],
        },
        { type: "reset", kind: "rule", map: "rules-0", items: [liveRule(WEEKDAYS), liveRule(NIGHTS)] },
      ]),
    );
  const edit = (kind: "schedule" | "rule", item: Schedule | Rule, value: object | null) => {
    const before = stored(item);
    const base = { revision: "0", value: before };
    const next = value === null ? null : { ...before, ...value };
    store.dispatch(edited({ kind, id: item.id, base, value: next, at: 1 }));
  };
  return { store, selectors, live, edit, root: () => store.getState() };
}
const names = (items: Iterable<{ readonly name: string }>) => Array.from(items, ({ name }) => name);

describe("the catalogue with drafts", () => {
  it("[PL57] a draft changes the item of its kind, and a deletion leaves it out", () => {
    const { selectors, live, edit, root } = catalogue();
    live();
    edit("schedule", EXAMPLE, { name: "Renamed" });
    edit("rule", NIGHTS, null);
    const { selectEditedSchedules, selectEditedRules, selectEditedRulesById } = selectors;
    expect(names(selectEditedSchedules(root()))).toEqual(["Renamed", "Other"]);
    expect(names(selectEditedRules(root()))).toEqual(["Weekdays"]);
    expect([...selectEditedRulesById(root())]).toEqual([[WEEKDAYS.id, WEEKDAYS]]);
    edit("rule", NIGHTS, { name: "Late" });
    expect(names(selectEditedRulesById(root()).values())).toEqual(["Weekdays", "Late"]);
    const { rules, schedules } = selectors.selectEditedConfiguration(root());
    expect([names(rules), names(schedules)]).toEqual([
      ["Weekdays", "Late"],
      ["Renamed", "Other"],
    ]);
    const unedited = selectors.selectLiveConfiguration(root());
    expect([names(unedited.rules), names(unedited.schedules)]).toEqual([
      ["Weekdays", "Nights"],
      ["Example", "Other"],
    ]);
  });

  it("[CN5] a new item comes last, and an edited item that somebody deleted is left out until the person decides", () => {
    const { store, selectors, live, edit, root } = catalogue();
    live();
    const { id, ...value } = { ...EXAMPLE, id: "new:1", name: "New" };
    store.dispatch(edited({ kind: "schedule", id, base: null, value, at: 1 }));
    edit("schedule", EXAMPLE, { name: "Renamed" });
    store.dispatch(liveChanged([{ type: "removed", kind: "schedule", id: EXAMPLE.id }]));
    expect(names(selectors.selectEditedSchedules(root()))).toEqual(["Other", "New"]);
    expect(selectors.selectDrafts(root())).toHaveLength(2);
  });

  it("[PL15] an edit of a schedule leaves the rules the same object, and the other way round", () => {
    const { selectors, live, edit, root } = catalogue();
    live();
    const { selectEditedSchedules, selectEditedRulesById } = selectors;
    const rules = selectEditedRulesById(root());
    edit("schedule", EXAMPLE, { name: "Renamed" });
    expect(selectEditedRulesById(root())).toBe(rules);
    const schedules = selectEditedSchedules(root());
    edit("rule", NIGHTS, { name: "Late" });
    expect(selectEditedSchedules(root())).toBe(schedules);
  });

  it("[PL72] the states of drafts are known once the catalogue is loaded", () => {
    const { selectors, live, edit, root } = catalogue();
    edit("schedule", EXAMPLE, { name: "Renamed" });
    edit("rule", NIGHTS, { name: "Late" });
    expect([...selectors.selectDraftStates(root())]).toEqual([]);
    live();
    const states = [...selectors.selectDraftStates(root())].map(([ref, { type }]) => [ref, type]);
    expect(states).toEqual([
      [itemRef("schedule", EXAMPLE.id), "current"],
      [itemRef("rule", NIGHTS.id), "current"],
    ]);
  });
});
