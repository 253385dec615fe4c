/**
 * The address of each page below the view's route: `/schedules`, `/rules`, `/history`, `/schedules/<id>`,
 * `/schedules/<id>/history`, `/import-export`. A table's search, filter, group, sorting and page are the query.
 */
import { keysOf } from "@schedule-manager/shared/collections/keys";
import type { Page, Tab } from "./page";
import { DEFAULT_TABLE_VIEW, type TableView, type TableViews } from "./table-view";

/** `path` is empty for the view's bare route; `search` is empty or begins with `?`. */
export interface Address {
  readonly path: string;
  readonly search: string;
}

export interface Place {
  readonly page: Page;
  /** The view of a table; null: the page is no table. */
  readonly view: TableView | null;
}

const FOLDERS = { schedule: "schedules", rule: "rules" } as const;
const TABS: Readonly<Record<Tab, string>> = { ...FOLDERS, history: "history" };
const IMPORT_EXPORT = "import-export";
const HISTORY = "history";

function searchOf({ query, filter, group, by, descending, page }: TableView): string {
  const search = new URLSearchParams();
  if (query !== DEFAULT_TABLE_VIEW.query) search.set("q", query);
  if (filter !== DEFAULT_TABLE_VIEW.filter) search.set("filter", filter);
  if (group !== null) search.set("group", group);
  if (by !== DEFAULT_TABLE_VIEW.by || descending) search.set("sort", `${descending ? "-" : ""}${by}`);
  if (page !== DEFAULT_TABLE_VIEW.page) search.set("page", String(page));
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

function viewOf(search: string): TableView {
  const values = new URLSearchParams(search);
  const sort = values.get("sort") ?? DEFAULT_TABLE_VIEW.by;
  const page = Number(values.get("page"));
  return {
    query: values.get("q") ?? DEFAULT_TABLE_VIEW.query,
    filter: values.get("filter") ?? DEFAULT_TABLE_VIEW.filter,
    group: values.get("group"),
    by: sort.replace(/^-/, ""),
    descending: sort.startsWith("-"),
    page: Number.isSafeInteger(page) && page > 0 ? page : DEFAULT_TABLE_VIEW.page,
  };
}

export function addressOf(page: Page, views: TableViews): Address {
  switch (page.type) {
    case "tables":
      return {
        path: `/${TABS[page.tab]}`,
        search: page.tab === "history" ? "" : searchOf(views[page.tab]),
      };
    case "item":
      return { path: `/${FOLDERS[page.kind]}/${encodeURIComponent(page.id)}`, search: "" };
    case "history":
      return { path: `/${FOLDERS[page.kind]}/${encodeURIComponent(page.id)}/${HISTORY}`, search: "" };
    case "transfer":
      return { path: `/${IMPORT_EXPORT}`, search: "" };
    case "unknown":
      return { path: page.path, search: "" };
  }
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** @returns null: the view's bare route, which names no page */
export function placeAt({ path, search }: Address): Place | null {
  const [folder, id, below, ...rest] = path
    .split("/")
    .filter((segment) => segment !== "")
    .map(decoded);
  if (folder === undefined) return null;
  const unknown: Place = { page: { type: "unknown", path }, view: null };
  const tab = keysOf(TABS).find((each) => TABS[each] === folder);
  if (id === undefined) {
    if (folder === IMPORT_EXPORT) return { page: { type: "transfer" }, view: null };
    if (tab === undefined) return unknown;
    return { page: { type: "tables", tab }, view: tab === "history" ? null : viewOf(search) };
  }
  const kind = keysOf(FOLDERS).find((each) => FOLDERS[each] === folder);
  if (kind === undefined || rest.length > 0) return unknown;
  if (below === undefined) return { page: { type: "item", kind, id }, view: null };
  return below === HISTORY ? { page: { type: "history", kind, id }, view: null } : unknown;
}
