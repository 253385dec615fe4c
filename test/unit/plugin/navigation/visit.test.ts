import type { Navigation } from "@schedule-manager/plugin/navigation/navigation";
import { entryStateIn, entryStateOf } from "@schedule-manager/plugin/navigation/entry-state";
import { DEFAULT_TABLE_VIEW } from "@schedule-manager/plugin/navigation/table-view";
import { type Visit, visitedBy } from "@schedule-manager/plugin/navigation/visit";

const VIEWS = { schedule: DEFAULT_TABLE_VIEW, rule: DEFAULT_TABLE_VIEW };
const A = { type: "item", kind: "schedule", id: "a" } as const;
const RULES = { type: "tables", tab: "rule" } as const;
const NOW: Navigation = { page: A, at: 4, back: [{ page: RULES, at: 3 }], keys: {} };
const visit = (path: string, more: Partial<Visit> = {}): Visit => ({
  path,
  search: "",
  state: undefined,
  action: "POP",
  ...more,
});
const OWN = { at: 7, back: [{ path: "/rules", at: 5 }] };

describe("the navigation that an address asks for", () => {
  it("[AD2] an entry of the view has its place and the pages before it", () => {
    const state = { flexScheduleManager: OWN };
    for (const isFirst of [true, false])
      expect(visitedBy(visit("/schedules/a", { state }), NOW, isFirst)).toEqual({
        page: A,
        view: null,
        at: 7,
        back: [{ page: RULES, at: 5 }],
      });
  });

  it("[AD5] the bare route shows the last page at first, and the list from within the view", () => {
    expect(visitedBy(visit(""), NOW, true)).toEqual({ page: A, at: 0, back: [], view: null });
    expect(visitedBy(visit("", { action: "PUSH" }), NOW, false)).toEqual({
      page: { type: "tables", tab: "schedule" },
      view: null,
      at: 5,
      back: [...NOW.back, { page: A, at: 4 }],
    });
  });

  it("[AD1, TA10] an address at the start has nothing before it, and without an arrangement leaves the table's", () => {
    expect(visitedBy(visit("/rules"), NOW, true)).toEqual({ page: RULES, view: null, at: 0, back: [] });
    const sorted = visitedBy(visit("/rules", { search: "?sort=-type" }), NOW, true);
    expect(sorted).toMatchObject({ at: 0, view: { by: "type", descending: true } });
    // Within the view the address is the table's as it is.
    expect(visitedBy(visit("/rules"), NOW, false).view).toEqual(DEFAULT_TABLE_VIEW);
  });

  it("[AD2] another code's address follows the open page when it is pushed, and replaces it otherwise", () => {
    const back = [...NOW.back, { page: A, at: 4 }];
    const pushed = visitedBy(visit("/schedules/b", { action: "PUSH" }), NOW, false);
    expect([pushed.at, pushed.back]).toEqual([5, back]);
    for (const action of ["POP", "REPLACE"] as const)
      expect(visitedBy(visit("/schedules/b", { action }), NOW, false)).toMatchObject({
        at: 4,
        back: NOW.back,
      });
  });
});

describe("what the browser keeps with an address", () => {
  it("[AD2] it is read as it was written", () => {
    expect(entryStateOf(NOW, VIEWS)).toEqual({
      flexScheduleManager: { at: 4, back: [{ path: "/rules", at: 3 }] },
    });
    expect(entryStateIn(entryStateOf(NOW, VIEWS))).toEqual({ at: 4, back: [{ path: "/rules", at: 3 }] });
  });

  it.each([
    null,
    "text",
    {},
    { other: OWN },
    { flexScheduleManager: { ...OWN, at: "7" } },
    { flexScheduleManager: { at: 7 } },
    { flexScheduleManager: { at: 7, back: "none" } },
    { flexScheduleManager: { at: 7, back: [{ path: "/rules" }] } },
    { flexScheduleManager: { at: 7, back: [...OWN.back, { path: 5, at: 5 }] } },
  ])("[AD2] the state %j is none of the view", (state) => {
    expect(entryStateIn(state)).toBeNull();
  });
});
