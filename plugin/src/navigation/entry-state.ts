import { fieldOf } from "@schedule-manager/shared/collections/record";
import { addressOf } from "./address";
import type { Navigation } from "./navigation";
import type { TableViews } from "./table-view";

/** What the browser's history keeps with an address. It outlives a reload and a release, so pages are paths. */
export interface EntryState {
  readonly at: number;
  readonly back: readonly { readonly path: string; readonly at: number }[];
}

/** Other code's entries have other states. */
const KEY = "flexScheduleManager";

const isBack = (value: unknown): value is EntryState["back"][number] =>
  typeof fieldOf(value, "path") === "string" && typeof fieldOf(value, "at") === "number";

/** @returns null: not an entry of this view */
export function entryStateIn(state: unknown): EntryState | null {
  const own = fieldOf(state, KEY);
  const at = fieldOf(own, "at");
  const back = fieldOf(own, "back");
  return typeof at === "number" && Array.isArray(back) && back.every(isBack) ? { at, back } : null;
}

export const entryStateOf = (
  { at, back }: Navigation,
  views: TableViews,
): Readonly<Record<string, EntryState>> => ({
  [KEY]: { at, back: back.map((entry) => ({ path: addressOf(entry.page, views).path, at: entry.at })) },
});
