import type { StoredItem } from "../model/model";
import type { HistoryData } from "../sync/layout";

/** One change of an item. `before` undefined: the history does not know what it was; null: it was new. */
export interface Step {
  readonly entry: HistoryData;
  readonly before: StoredItem | null | undefined;
}

/**
 * The changes of one item, newest first, each with what it was before.
 * @param entries settled, in order
 */
export const stepsOf = (entries: readonly HistoryData[]): readonly Step[] =>
  entries
    .map((entry, index): Step => ({
      entry,
      before: entry.baseRevision === null ? null : entries[index - 1]?.value,
    }))
    .reverse();
