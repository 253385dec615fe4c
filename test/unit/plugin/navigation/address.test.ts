import { addressOf, placeAt } from "@schedule-manager/plugin/navigation/address";
import type { Page } from "@schedule-manager/plugin/navigation/page";
import { DEFAULT_TABLE_VIEW } from "@schedule-manager/plugin/navigation/table-view";

const VIEWS = { schedule: DEFAULT_TABLE_VIEW, rule: DEFAULT_TABLE_VIEW };
const PAGES: readonly (readonly [string, Page])[] = [
  ["/schedules", { type: "tables", tab: "schedule" }],
  ["/rules", { type: "tables", tab: "rule" }],
  ["/history", { type: "tables", tab: "history" }],
  ["/import-export", { type: "transfer" }],
  ["/schedules/support-us-4f9k2c", { type: "item", kind: "schedule", id: "support-us-4f9k2c" }],
  ["/rules/new%3A1", { type: "item", kind: "rule", id: "new:1" }],
  ["/rules/a%2Fb%20c", { type: "item", kind: "rule", id: "a/b c" }],
  ["/schedules/support-us-4f9k2c/history", { type: "history", kind: "schedule", id: "support-us-4f9k2c" }],
];

describe("the address of a page", () => {
  it.each(PAGES)("[AD1] %s names one page, and the page has this address", (path, page) => {
    expect(addressOf(page, VIEWS)).toEqual({ path, search: "" });
    expect(placeAt({ path, search: "" })?.page).toEqual(page);
  });

  it("[AD1] a table's search, filter, sorting and page are in the query, and defaults are not", () => {
    const view = {
      query: "Müller & Söhne",
      filter: "drafts",
      group: "EMEA",
      by: "status",
      descending: true,
      page: 3,
    };
    const page: Page = { type: "tables", tab: "rule" };
    const address = addressOf(page, { ...VIEWS, rule: view });
    expect(placeAt(address)).toEqual({ page, view });
    expect(placeAt({ path: "/rules", search: "" })).toEqual({ page, view: DEFAULT_TABLE_VIEW });
  });

  it("[AD1] the history has no search of a table in its address", () => {
    const page: Page = { type: "tables", tab: "history" };
    expect(placeAt({ path: "/history", search: "?q=a&page=2" })).toEqual({ page, view: null });
  });

  it.each(["?page=0", "?page=-2", "?page=1.5", "?page=x", "?page=1e99", "?other=1"])(
    "[AD1] a query with the value %s shows the first page",
    (search) => {
      expect(placeAt({ path: "/schedules", search })?.view).toEqual(DEFAULT_TABLE_VIEW);
    },
  );

  it.each([
    "/other",
    "/schedules/a/b",
    "/schedules/a/history/b",
    "/history/a",
    "/import-export/a",
    "/constructor",
  ])("[AD4] %s names no page and keeps its address", (path) => {
    const page: Page = { type: "unknown", path };
    expect(placeAt({ path, search: "?q=1" })).toEqual({ page, view: null });
    expect(addressOf(page, VIEWS)).toEqual({ path, search: "" });
  });

  it("[AD4] an id that is not encoded properly is taken as it is", () => {
    expect(placeAt({ path: "/rules/100%", search: "" })?.page).toEqual({
      type: "item",
      kind: "rule",
      id: "100%",
    });
  });

  it.each(["", "/", "//"])("[AD5] the bare route %j names no page", (path) => {
    expect(placeAt({ path, search: "" })).toBeNull();
  });
});
