import { sameField } from "../editing/merge/same-field";
import type { HistoryData } from "../sync/layout";
import { valueOf } from "./item-at";

export interface Began {
  readonly entry: HistoryData;
  /** false: it began before the history starts. */
  readonly known: boolean;
}

/**
 * The change that started a schedule's manual close, which later changes to other fields do not affect.
 * @param entries the schedule's finished history, oldest first
 * @param at an entry of it
 */
export function manualCloseBegan(entries: readonly HistoryData[], at: HistoryData): Began {
  let index = entries.indexOf(at);
  const value = valueOf("schedule", at);
  for (; index > 0; index -= 1) {
    const before = entries[index - 1];
    const was = before === undefined ? null : valueOf("schedule", before);
    if (was === null || value === null || !sameField(was, value, "manualClose")) break;
  }
  const entry = entries[index] ?? at;
  return { entry, known: index > 0 || entry.baseRevision === null };
}
