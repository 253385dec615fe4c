import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import { MAX_ITEM_BYTES } from "@schedule-manager/shared/sync/layout";
import type { HistoryData } from "@schedule-manager/shared/sync/layout";

/** Checks that each item and its history entry, which is the larger one, fit into Sync. */
export function checkSizes(intent: readonly HistoryData[]): EditProblem[] {
  return intent.flatMap((entry): EditProblem[] => {
    const bytes = Buffer.byteLength(JSON.stringify(entry));
    if (bytes <= MAX_ITEM_BYTES) return [];
    return [tooLarge(entry, bytes)];
  });
}

export const tooLarge = ({ kind, id }: Pick<HistoryData, "kind" | "id">, bytes: number): EditProblem => ({
  kind,
  id,
  code: "item-too-large",
  message: `The ${kind} is too large for Sync (${bytes} of ${MAX_ITEM_BYTES} bytes). Split it into several.`,
});
