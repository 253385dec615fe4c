import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { findingsFound } from "@schedule-manager/plugin/drafts/findings";
import { createRuleRowsSelector } from "@schedule-manager/plugin/features/tables/rule-rows";
import { createScheduleRowsSelector } from "@schedule-manager/plugin/features/tables/schedule-rows";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { liveRule, liveSchedule } from "../../items";
import { flexLikeStore, storeSelectors } from "../../store";
import { loadItems } from "../../load-items";

const NOW = Date.parse("2026-09-04T17:00:00Z");
const HOURS: Rule = { id: "hours", name: "Hours", isOpen: true };
const OFF: Rule = { id: "off", name: "Off", isOpen: false, closedReason: "Fête", dates: ["2026-12-24"] };
const EVE: Rule = { id: "eve", name: "Eve", isOpen: false, relativeTo: { rules: ["off"], days: -1 } };
const SALES: Schedule = { id: "sales", name: "Sales", timeZone: "UTC", manualClose: false, rules: ["hours"] };
const DESK: Schedule = { ...SALES, id: "desk", name: "Desk", rules: ["hours", "off", "hours"] };
const finding = (more: Partial<Finding> = {}): Finding => ({
  code: "rule-shadowed",
  severity: "warning",
  ruleId: "hours",
  params: {},
  ...more,
});

function catalogue() {
  const store = flexLikeStore();
  loadItems(
    store,
    [SALES, DESK].map((one) => liveSchedule(one)),
    [HOURS, OFF, EVE].map((one) => liveRule(one)),
  );
  store.dispatch(ticked(NOW));
  const selectors = storeSelectors();
  const [rules, schedules] = [createRuleRowsSelector(selectors), createScheduleRowsSelector(selectors)];
  const draft = (
    kind: "rule" | "schedule",
    id: string,
    value: Rule | Schedule | null,
    isNew = false,
  ): void => {
    const live = [SALES, DESK, HOURS, OFF, EVE].find((one) => one.id === id);
    const base = isNew || live === undefined ? null : { revision: "0", value: stored(live) };
    store.dispatch(edited({ kind, id, base, value: value === null ? null : stored(value), at: NOW }));
  };
  const change = (...items: ReturnType<typeof liveRule>[]): void =>
    void store.dispatch(liveChanged(items.map((item) => ({ type: "changed" as const, item }))));
  return {
    store,
    draft,
    change,
    rules: () => rules(store.getState()),
    schedules: () => schedules(store.getState()),
  };
}

/** The ids of the rows that are other objects than before. */
function changedRows<Row extends { readonly id: string }>(rows: () => readonly Row[], act: () => void) {
  const before = new Map(rows().map((row) => [row.id, row]));
  act();
  return rows().flatMap((row) => (before.get(row.id) === row ? [] : [row.id]));
}

describe("the rows of rules", () => {
  it("[TA7] a row names each schedule that uses the rule once, and the rules whose days depend on it", () => {
    const { rules } = catalogue();
    expect(rules().map(({ id, usedBy, referredBy }) => [id, usedBy, referredBy])).toEqual([
      ["hours", ["Sales", "Desk"], []],
      ["off", ["Desk"], ["Eve"]],
      ["eve", [], []],
    ]);
  });

  it("[TA4] a row is found by its name and by its reason, without accents and case", () => {
    expect(catalogue().rules()[1]?.searchKey).toBe("off\nfete");
  });

  it("[TA7] a row has the live name beside its draft; only a new rule has the draft's", () => {
    const { rules, draft } = catalogue();
    draft("rule", "off", { ...OFF, name: "Renamed" });
    draft("rule", "new:1", { id: "new:1", name: "", isOpen: true });
    draft("rule", "new:2", { id: "new:2", name: "Fresh", isOpen: true });
    draft("schedule", "new:3", { ...SALES, id: "new:3", name: "No rule" });
    expect(rules().map(({ id, name, draft: mine }) => [id, name, mine?.id])).toEqual([
      ["hours", "Hours", undefined],
      ["off", "Off", "off"],
      ["eve", "Eve", undefined],
      ["new:1", "", "new:1"],
      ["new:2", "Fresh", "new:2"],
    ]);
  });

  it("[TA7] a draft of a rule that somebody deleted has no row, nor does a new one a second row", () => {
    const { store, rules, draft, change } = catalogue();
    draft("rule", "off", { ...OFF, name: "Renamed" });
    draft("rule", "fresh", { id: "fresh", name: "Fresh", isOpen: true });
    store.dispatch(liveChanged([{ type: "removed", kind: "rule", id: "off" }]));
    change(liveRule({ id: "fresh", name: "Theirs", isOpen: true }));
    expect(rules().map(({ name }) => name)).toEqual(["Hours", "Eve", "Theirs"]);
  });

  it("[PL33] an unreadable rule has its id for a name", () => {
    const { rules, change } = catalogue();
    change(liveRule(OFF, "1", { value: null, problem: "no name" }));
    expect(rules()[1]).toMatchObject({ id: "off", name: "off", searchKey: "off\n" });
  });

  it("[TA13] only the rows change whose rule, draft, users or findings do", () => {
    const { store, rules, draft, change } = catalogue();
    const changes = (act: () => void) => changedRows(rules, act);
    expect(changes(() => void change(liveSchedule({ ...SALES, timeZone: "Asia/Tokyo" }, "1")))).toEqual([]);
    expect(changes(() => void draft("schedule", "desk", { ...DESK, name: "Edited" }))).toEqual([]);
    expect(changes(() => void change(liveSchedule({ ...SALES, name: "Renamed" }, "2")))).toEqual(["hours"]);
    expect(changes(() => void change(liveRule({ ...EVE, name: "Day before" }, "1")))).toEqual(["off", "eve"]);
    expect(changes(() => void draft("rule", "eve", { ...EVE, name: "Edited" }))).toEqual(["eve"]);
    const found = { schedules: {}, rules: { off: [finding()] } };
    expect(changes(() => void store.dispatch(findingsFound(found)))).toEqual(["off"]);
    expect(rules()[1]?.findings).toEqual([finding()]);
    expect(
      changes(() => void store.dispatch(findingsFound({ ...found, rules: { ...found.rules } }))),
    ).toEqual([]);
  });
});

describe("the rows of schedules", () => {
  it("[TA7] a row names its rules in their order, new ones by their draft and missing ones by their id", () => {
    const { schedules, draft, change } = catalogue();
    draft("rule", "new:1", { id: "new:1", name: "Fresh", isOpen: true });
    draft("rule", "hours", { ...HOURS, name: "Edited" });
    change(liveSchedule({ ...SALES, rules: ["off", "hours", "gone", "new:1"] }, "1"));
    expect(schedules()[0]?.ruleNames).toEqual(["Off", "Hours", "gone", "Fresh"]);
  });

  it("[TA7] a row has the live schedule beside its draft; only a new schedule has the draft's values", () => {
    const { store, schedules, draft } = catalogue();
    draft("schedule", "desk", { ...DESK, name: "Renamed", group: "EMEA" });
    draft("schedule", "new:1", { ...SALES, id: "new:1", name: "Fresh", group: "APAC" });
    draft("rule", "new:2", { id: "new:2", name: "No schedule", isOpen: true });
    draft("schedule", "sales", { ...SALES, name: "Gone" });
    store.dispatch(liveChanged([{ type: "removed", kind: "schedule", id: "sales" }]));
    expect(
      schedules().map(({ id, name, group, isReadable, ruleNames, status, draft: mine }) => [
        id,
        name,
        group,
        isReadable,
        ruleNames,
        status?.decision.isOpen,
        mine?.id,
      ]),
    ).toEqual([
      ["desk", "Desk", "", true, ["Hours", "Off", "Hours"], true, "desk"],
      ["new:1", "Fresh", "APAC", true, ["Hours"], undefined, "new:1"],
    ]);
  });

  it("[TA7] a new schedule that is published meanwhile has one row", () => {
    const { schedules, draft, change } = catalogue();
    draft("schedule", "fresh", { ...SALES, id: "fresh", name: "Mine" }, true);
    change(liveSchedule({ ...SALES, id: "fresh", name: "Theirs" }));
    expect(schedules().map(({ name }) => name)).toEqual(["Sales", "Desk", "Theirs"]);
  });

  it("[TA4] a row is found by name, former names, group and zone", () => {
    const { schedules, change } = catalogue();
    change(
      liveSchedule({ ...SALES, timeZone: "America/New_York", group: "Café", aliases: ["Old", "Older"] }, "1"),
    );
    expect(schedules().map(({ searchKey }) => searchKey)).toEqual([
      "sales\nold\nolder\ncafe\namerica new york",
      "desk\n\nutc",
    ]);
  });

  it("[PL33] an unreadable schedule has its id for a name, and no status; an unnamed new one has no name", () => {
    const { schedules, change, draft } = catalogue();
    change(liveSchedule(null, "1"));
    draft("schedule", "new:1", { ...SALES, id: "new:1", name: "" });
    expect(schedules().slice(2)).toMatchObject([
      {
        id: "broken-000001",
        name: "broken-000001",
        isReadable: false,
        status: null,
        ruleNames: [],
        group: "",
      },
      { id: "new:1", name: "", isReadable: true },
    ]);
  });

  it("[TA13] only the rows change whose schedule, draft, status, rule names or findings do", () => {
    const { store, schedules, draft, change } = catalogue();
    const changes = (act: () => void) => changedRows(schedules, act);
    expect(changes(() => void change(liveRule({ ...EVE, name: "Day before" }, "1")))).toEqual([]);
    expect(changes(() => void change(liveRule({ ...OFF, name: "Fair" }, "2")))).toEqual(["desk"]);
    expect(changes(() => void change(liveSchedule({ ...SALES, name: "Renamed" }, "1")))).toEqual(["sales"]);
    expect(changes(() => void draft("schedule", "sales", { ...SALES, name: "Edited" }))).toEqual(["sales"]);
    const found = (...of: readonly Finding[]) =>
      changes(() => void store.dispatch(findingsFound({ rules: {}, schedules: { desk: of } })));
    expect(found(finding())).toEqual(["desk"]);
    // The same findings, found again.
    expect(found(finding())).toEqual([]);
    expect(found(finding({ ruleId: "off" }))).toEqual(["desk"]);
    expect(found(finding({ ruleId: "off", code: "rule-missing" }))).toEqual(["desk"]);
    expect(found(finding({ ruleId: "off", code: "rule-missing" }), finding())).toEqual(["desk"]);
    expect(found(finding({ ruleId: "off", code: "rule-missing" }), finding({ ruleId: "off" }))).toEqual([
      "desk",
    ]);
    expect(schedules()[1]?.findings).toHaveLength(2);
    expect(changes(() => void change(liveRule({ ...HOURS, isOpen: false }, "1")))).toEqual(["sales", "desk"]);
  });
});
