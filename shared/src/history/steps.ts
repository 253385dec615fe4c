import type { StoredItem } from "../model/model";
import type { HistoryData } from "../sync/layout";

/**
 * A change of an item. `before` is undefined when the history lacks the previous value, null when the item was
 * new.
 */
export interface Step {
  readonly entry: HistoryData;
  readonly before: StoredItem | null | undefined;
}

/**
 * The changes of an item, newest first, each with the previous value.
 * @param entries finished entries, oldest first
 */
export const stepsOf = (entries: readonly HistoryData[]): readonly Step[] =>
  entries
    .map((entry, index): Step => ({
      entry,
      before: entry.baseRevision === null ? null : entries[index - 1]?.value,
    }))
    .reverse();
