import { draftsRekeyed } from "@schedule-manager/plugin/drafts/drafts";
import {
  historyOpened,
  importExportOpened,
  itemsGone,
  type Navigation,
  navigationReducer,
  opened,
  tabChosen,
  visited,
  wentBack,
} from "@schedule-manager/plugin/navigation/navigation";
import { noticed, noticeEnded, noticeReducer } from "@schedule-manager/plugin/navigation/notice";
import type { Page } from "@schedule-manager/plugin/navigation/page";
import { tableChoicesReducer, tableLookChanged } from "@schedule-manager/plugin/navigation/table-choices";
import { DEFAULT_TABLE_VIEW } from "@schedule-manager/plugin/navigation/table-view";
import {
  tablesArranged,
  tableViewChanged,
  tableViewsReducer,
} from "@schedule-manager/plugin/navigation/table-views";

const SCHEDULES: Page = { type: "tables", tab: "schedule" };
const item = (id: string): Page => ({ type: "item", kind: "schedule", id });
const open = (id: string) => opened({ kind: "schedule", id });

type Action = Parameters<typeof navigationReducer>[1];
const after = (...actions: readonly Action[]): Navigation =>
  actions.reduce(navigationReducer, navigationReducer(undefined, { type: "none" }));
const ids = ({ back }: Navigation) => back.map(({ page }) => ("id" in page ? page.id : page.type));

describe("the pages of the view", () => {
  it("[AD1] the view begins with the table of schedules", () => {
    expect(after()).toEqual({ page: SCHEDULES, at: 0, back: [], keys: {} });
  });

  it.each<[string, Action, Page]>([
    ["an item", open("a"), item("a")],
    [
      "an item's history",
      historyOpened({ kind: "rule", id: "r" }),
      { type: "history", kind: "rule", id: "r" },
    ],
    ["import and export", importExportOpened(), { type: "transfer" }],
    ["another tab", tabChosen("history"), { type: "tables", tab: "history" }],
  ])("[AD2] %s opens as the next page, and Back returns", (_case, action, page) => {
    const state = after(action);
    expect(state).toMatchObject({ page, at: 1, back: [{ page: SCHEDULES, at: 0 }] });
    expect(navigationReducer(state, wentBack())).toEqual(after());
  });

  it("[AD2] choosing the open tab opens nothing", () => {
    const state = after();
    expect(navigationReducer(state, tabChosen("schedule"))).toBe(state);
    expect(after(open("a"), tabChosen("schedule"))).toMatchObject({ page: SCHEDULES, at: 2 });
  });

  it.each<[string, Action, Page]>([
    ["an item", visited({ page: item("a"), at: 3, back: [], view: null }), SCHEDULES],
    [
      "a rule's history",
      visited({ page: { type: "history", kind: "rule", id: "r" }, at: 3, back: [], view: null }),
      { type: "tables", tab: "rule" },
    ],
    ["import and export", visited({ page: { type: "transfer" }, at: 3, back: [], view: null }), SCHEDULES],
  ])("[AD2] from %s without a page before it Back leads to the list of its kind", (_case, action, page) => {
    expect(after(action, wentBack())).toMatchObject({ page, at: 3, back: [] });
  });

  it("[AD2] twenty pages lie behind at most, the oldest are forgotten", () => {
    const state = after(...Array.from({ length: 25 }, (_, n) => open(`n${n}`)));
    expect([state.back.length, ids(state)[0], state.at]).toEqual([20, "n4", 25]);
  });

  it("[PL81] the pages of items that are gone are left out, those of their history and of others stay", () => {
    const history = historyOpened({ kind: "schedule", id: "gone" });
    const state = after(open("gone"), history, open("kept"), itemsGone(["s:gone", "r:kept"]));
    expect(state.page).toEqual(item("kept"));
    expect(ids(state)).toEqual(["tables", "gone"]);
    expect(state.back[1]?.page.type).toBe("history");
    expect(after(open("a"), open("gone"), itemsGone(["s:gone"])).page).toEqual(item("a"));
  });

  it("[AD2] a page that an address names again stays the same object", () => {
    const state = after(open("a"));
    const again = navigationReducer(state, visited({ page: item("a"), at: 4, back: [], view: null }));
    expect(again.page).toBe(state.page);
    expect(again).toMatchObject({ at: 4, back: [] });
  });

  it("[PL79] pages of a new item have its final key, those that are opened by an older address too", () => {
    const keys = draftsRekeyed({ "s:new:1": "support" });
    const state = after(open("new:1"), historyOpened({ kind: "schedule", id: "new:1" }), keys);
    expect(state.page).toEqual({ type: "history", kind: "schedule", id: "support" });
    expect(ids(state)).toEqual(["tables", "support"]);
    const old = { page: item("new:1"), at: 1 };
    const returned = navigationReducer(state, visited({ ...old, back: [old], view: null }));
    expect([returned.page, ids(returned)]).toEqual([item("support"), ["support"]]);
    const more = navigationReducer(returned, draftsRekeyed({ "r:new:2": "night" }));
    expect(more.keys).toEqual({ "s:new:1": "support", "r:new:2": "night" });
  });
});

describe("the tables' views", () => {
  const views = (...actions: readonly Action[]) =>
    actions.reduce(tableViewsReducer, tableViewsReducer(undefined, { type: "none" }));
  const table = { page: SCHEDULES, at: 0, back: [] };

  it("[TA4] a change shows the first page, unless it is of the page, and leaves the other table", () => {
    const paged = tableViewChanged({ kind: "schedule", to: { page: 3 } });
    expect(views(paged)).toEqual({ schedule: { ...DEFAULT_TABLE_VIEW, page: 3 }, rule: DEFAULT_TABLE_VIEW });
    const searched = tableViewChanged({ kind: "schedule", to: { query: "a" } });
    expect(views(paged, searched).schedule).toEqual({ ...DEFAULT_TABLE_VIEW, query: "a" });
  });

  it("[TA10] an arrangement keeps search and page, an address of a table decides all of it", () => {
    const arranged = tablesArranged({
      schedule: { group: "EMEA", by: "status", descending: true },
      rule: { group: null, by: "type", descending: false },
    });
    const state = views(tableViewChanged({ kind: "schedule", to: { query: "a" } }), arranged);
    expect(state.schedule).toEqual({
      ...DEFAULT_TABLE_VIEW,
      query: "a",
      group: "EMEA",
      by: "status",
      descending: true,
    });
    expect(state.rule).toEqual({ ...DEFAULT_TABLE_VIEW, by: "type" });
    const view = { ...DEFAULT_TABLE_VIEW, filter: "open" };
    const addressed = tableViewsReducer(state, visited({ ...table, view }));
    expect(addressed).toEqual({ schedule: view, rule: state.rule });
    const history: Page = { type: "tables", tab: "history" };
    for (const elsewhere of [
      { ...table, view: null },
      { ...table, page: history, view },
      { ...table, page: item("a"), view },
    ])
      expect(tableViewsReducer(state, visited(elsewhere))).toBe(state);
  });

  it("[TA10] a choice of order or group is remembered for its table, a search is not", () => {
    const none = tableChoicesReducer(undefined, { type: "none" });
    for (const to of [{ query: "a" }, { filter: "open" }, { page: 2 }])
      expect(tableChoicesReducer(none, tableViewChanged({ kind: "rule", to }))).toBe(none);
    const sorted = tableViewChanged({ kind: "rule", to: { by: "type", query: "a" } });
    const turned = tableViewChanged({ kind: "rule", to: { descending: true } });
    const grouped = tableViewChanged({ kind: "rule", to: { group: "x" } });
    const state = [sorted, turned, grouped].reduce(tableChoicesReducer, none);
    expect(state.tables).toEqual({
      schedule: { group: null, by: "name", descending: false },
      rule: { group: "x", by: "type", descending: true },
    });
    const look = tableChoicesReducer(state, tableLookChanged({ pageSize: 50 }));
    expect(look).toEqual({ look: { isCompact: false, pageSize: 50 }, tables: state.tables });
  });
});

describe("the message of the view", () => {
  it("[VW4] the newest replaces the one before it, until it ends", () => {
    const first = noticeReducer(null, noticed({ kind: "success", text: "A", at: 1 }));
    const second = noticeReducer(first, noticed({ kind: "warning", text: "B", at: 2 }));
    expect(second).toEqual({ kind: "warning", text: "B", at: 2 });
    expect(noticeReducer(second, noticeEnded())).toBeNull();
  });
});
