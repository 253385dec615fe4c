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

const isBack = (value: unknown): boolean => {
  const { path, at } = (value ?? {}) as { readonly path?: unknown; readonly at?: unknown };
  return typeof path === "string" && typeof at === "number";
};

/** @returns null: not an entry of this view */
export function entryStateIn(state: unknown): EntryState | null {
  const own = (state as Readonly<Record<string, unknown>> | null | undefined)?.[KEY];
  const { at, back } = (own ?? {}) as { readonly at?: unknown; readonly back?: unknown };
  return typeof at === "number" && Array.isArray(back) && back.every(isBack)
    ? { at, back: back as EntryState["back"] }
    : null;
}

export const entryStateOf = (
  { at, back }: Navigation,
  views: TableViews,
): Readonly<Record<string, EntryState>> => ({
  [KEY]: { at, back: back.map((entry) => ({ path: addressOf(entry.page, views).path, at: entry.at })) },
});
