import type { ItemKind, Rule, Schedule } from "../model/model";
import { parseStoredRule, parseStoredSchedule } from "../model/schema";
import type { HistoryData } from "../sync/layout";

interface Values {
  readonly schedule: Schedule;
  readonly rule: Rule;
}

/**
 * What an item was at an instant. `unknown`: it was there before the history begins, or what the history holds cannot
 * be read. `entry`: the change that made it so.
 */
export type ItemAt<T> =
  | { readonly state: "there"; readonly value: T; readonly entry: HistoryData }
  | { readonly state: "absent"; readonly entry: HistoryData | null }
  | { readonly state: "unknown"; readonly entry: HistoryData | null };

/** A stored value with its id; null: it cannot be read. */
export function valueOf<K extends ItemKind>(kind: K, entry: HistoryData): Values[K] | null {
  const parsed = kind === "schedule" ? parseStoredSchedule(entry.value) : parseStoredRule(entry.value);
  return parsed.ok ? ({ id: entry.id, ...parsed.value } as Values[K]) : null;
}

/**
 * What an item was at an instant.
 * @param entries those of this one item, settled, in order
 * @param t ms since the epoch
 */
export function itemAt<K extends ItemKind>(
  kind: K,
  entries: readonly HistoryData[],
  t: number,
): ItemAt<Values[K]> {
  const entry = entries.filter(({ at }) => Date.parse(at) <= t).at(-1) ?? null;
  if (entry === null) {
    const [first] = entries;
    return { state: first?.baseRevision === null ? "absent" : "unknown", entry: null };
  }
  if (entry.value === null) return { state: "absent", entry };
  const value = valueOf(kind, entry);
  return value === null ? { state: "unknown", entry } : { state: "there", value, entry };
}
