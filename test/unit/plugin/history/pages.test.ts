import {
  NO_PAGES,
  type PagesEvent,
  pagesReducer,
  type PagesState,
} from "@schedule-manager/plugin/history/pages";

const reduce = pagesReducer<number>((generation) => generation);
const newest = (items: readonly number[], more = true, version = 0): PagesEvent<number> => ({
  type: "newest",
  version,
  page: { items, more, next: items.at(-1) ?? 0 },
});
const older = (below: number, items: readonly number[], more = true): PagesEvent<number> => ({
  type: "older",
  below,
  page: { items, more, next: items.at(-1) ?? 0 },
});
const after = (...events: readonly PagesEvent<number>[]): PagesState<number> =>
  events.reduce(reduce, NO_PAGES as PagesState<number>);

describe("pages of a list that grows at its start", () => {
  it.each<[string, readonly PagesEvent<number>[], Partial<PagesState<number>>]>([
    ["no page: loading", [], { state: "loading", items: [] }],
    ["a first page: ready", [newest([9, 8])], { state: "ready", items: [9, 8], more: true, next: 8 }],
    [
      "an older page is appended",
      [newest([9, 8]), older(8, [7, 6], false)],
      { items: [9, 8, 7, 6], more: false },
    ],
    [
      "a new page that overlaps is prepended",
      [newest([9, 8]), older(8, [7]), newest([10, 9])],
      { items: [10, 9, 8, 7], next: 7 },
    ],
    [
      "the same page changes nothing",
      [newest([9, 8]), older(8, [7]), newest([9, 8])],
      { items: [9, 8, 7], next: 7 },
    ],
    [
      "a new page after a gap replaces the others",
      [newest([9, 8]), older(8, [7]), newest([20, 19])],
      { items: [20, 19], next: 19, more: true },
    ],
    [
      "a page with everything ends the list",
      [newest([9, 8]), newest([10, 9, 8, 7], false)],
      { items: [10, 9, 8, 7], more: false },
    ],
    [
      "an older page from before a gap is dropped",
      [newest([9, 8]), { type: "asked" }, newest([20, 19]), older(8, [7])],
      { items: [20, 19], next: 19, loadingMore: false },
    ],
    [
      "a failure keeps the items",
      [newest([9, 8]), { type: "asked" }, { type: "failed", status: 429 }],
      { items: [9, 8], state: "failed", status: 429, loadingMore: false },
    ],
    [
      "a page after a failure is ready",
      [{ type: "failed", status: 0 }, newest([1], false)],
      { items: [1], state: "ready" },
    ],
  ])("[HV10] %s", (_, events, expected) => {
    expect(after(...events)).toMatchObject(expected);
  });
});
