import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import { MAX_ITEM_BYTES } from "@schedule-manager/shared/sync/layout";
import type { HistoryItem } from "@schedule-manager/shared/sync/history-items";
import type { HistoryData } from "@schedule-manager/shared/sync/layout";

/** Checks that each item's history, which is larger than the item, fits into Sync. */
export function checkSizes(history: readonly HistoryItem[]): EditProblem[] {
  return history.flatMap(({ data }): EditProblem[] => {
    const bytes = Buffer.byteLength(JSON.stringify(data));
    if (bytes <= MAX_ITEM_BYTES) return [];
    // Only a change that is too large by itself makes a batch too large.
    return ("changes" in data ? data.changes : [data]).map((change) => tooLarge(change, bytes));
  });
}

export const tooLarge = ({ kind, id }: Pick<HistoryData, "kind" | "id">, bytes: number): EditProblem => ({
  kind,
  id,
  code: "item-too-large",
  message: `The ${kind} is too large for Sync (${bytes} of ${MAX_ITEM_BYTES} bytes). Split it into several.`,
});
