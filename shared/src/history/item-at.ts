import type { ItemKind, Rule, Schedule } from "../model/model";
import { parseStoredRule, parseStoredSchedule } from "../model/schema";
import type { HistoryData } from "../sync/layout";

interface Values {
  readonly schedule: Schedule;
  readonly rule: Rule;
}

/**
 * The value of an item at an instant. `unknown`: the item predates the history, or its stored value is invalid.
 * `entry` is the change that produced the state.
 */
export type ItemAt<T> =
  | { readonly type: "there"; readonly value: T; readonly entry: HistoryData }
  | { readonly type: "absent"; readonly entry: HistoryData | null }
  | { readonly type: "unknown"; readonly entry: HistoryData | null };

/** A stored value with its id; null: the value is invalid. */
export function valueOf<K extends ItemKind>(kind: K, entry: HistoryData): Values[K] | null {
  const parsed = kind === "schedule" ? parseStoredSchedule(entry.value) : parseStoredRule(entry.value);
  // The kind decides the type, which TypeScript does not relate to `kind`.
  return parsed.ok ? ({ id: entry.id, ...parsed.value } as Values[K]) : null;
}

/**
 * The value of an item at an instant.
 * @param entries finished entries of this item, oldest first
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
    return { type: first?.baseRevision === null ? "absent" : "unknown", entry: null };
  }
  if (entry.value === null) return { type: "absent", entry };
  const value = valueOf(kind, entry);
  return value === null ? { type: "unknown", entry } : { type: "there", value, entry };
}
