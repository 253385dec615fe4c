import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type Address, placeAt } from "./address";
import type { Entry, Navigation, Visited } from "./navigation";
import { entryStateIn, type EntryState } from "./entry-state";
import type { Page } from "./page";
import { DEFAULT_TABLE_VIEW } from "./table-view";

/** An address that the browser shows now. */
export interface Visit extends Address {
  /** The state of the history's entry, from any source. */
  readonly state: unknown;
  /** As the `history` package names it; POP is Back, Forward or a load. */
  readonly action: "POP" | "PUSH" | "REPLACE";
}

const UNKNOWN: Page = { type: "unknown", path: "" };
const pageOf = (path: string): Page => placeAt({ path, search: "" })?.page ?? UNKNOWN;
const entriesOf = ({ back }: EntryState): readonly Entry[] =>
  back.map(({ path, at }) => ({ page: pageOf(path), at }));

/**
 * The navigation that an address asks for.
 * @param isFirst the view has just been mounted: what lies before in the browser's history is not known
 */
export function visitedBy(visit: Visit, now: Navigation, isFirst: boolean): Visited {
  const own = entryStateIn(visit.state);
  const place = placeAt(visit);
  if (place === null && isFirst) return { page: now.page, at: 0, back: [], view: null };
  const { page, view } = place ?? { page: { type: "tables", tab: "schedule" }, view: null };
  if (own !== null) return { page, view, at: own.at, back: entriesOf(own) };
  // An address without an arrangement, such as a bookmark, leaves the table as the person arranged it last.
  if (isFirst) return { page, view: sameValue(view, DEFAULT_TABLE_VIEW) ? null : view, at: 0, back: [] };
  // Another plugin, or the side link.
  const { at, back } = now;
  return visit.action === "PUSH"
    ? { page, view, at: at + 1, back: [...back, { page: now.page, at }] }
    : { page, view, at, back };
}
