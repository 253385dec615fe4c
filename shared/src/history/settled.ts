import type { HistoryData, CatalogueHead, PublishData } from "../sync/layout";

type Known = Pick<CatalogueHead, "generation" | "recent">;

/**
 * Which publish made each generation. A publisher that was given up can have left its entries under the generation
 * that the next one took: the lock says which of them was finished, and for older ones it is the one begun last.
 */
function makers(entries: readonly (HistoryData | PublishData)[], lock: Known): ReadonlyMap<number, string> {
  const made = new Map<number, string>();
  const begun = new Map<number, string>();
  for (const { generation, publish, at } of entries) {
    if (at < (begun.get(generation) ?? "")) continue;
    begun.set(generation, at);
    made.set(generation, publish);
  }
  for (const { generation, id } of lock.recent) made.set(generation, id);
  return made;
}

/**
 * The entries of publishes that were finished, in the order of their generations.
 * @param journal what tells publishes of one generation apart, where it is known
 */
export function finishedChanges<T extends HistoryData | PublishData>(
  entries: readonly T[],
  lock: Known,
  journal: readonly PublishData[] = [],
): readonly T[] {
  const made = makers([...entries, ...journal], lock);
  return entries
    .filter(({ generation, publish }) => generation <= lock.generation && made.get(generation) === publish)
    .sort((a, b) => a.generation - b.generation);
}

/** One publish of the journal, its parts put together. */
export interface JournalEntry extends Omit<PublishData, "part" | "parts"> {
  /** Items that were edited in the console meanwhile and so were left alone, as far as it is still known. */
  readonly skipped: readonly string[];
}

/** The finished publishes, newest first. */
export function journalEntries(parts: readonly PublishData[], lock: Known): readonly JournalEntry[] {
  const byPublish = new Map<string, JournalEntry>();
  for (const { part: _part, parts: _parts, ...entry } of finishedChanges(parts, lock)) {
    const first = byPublish.get(entry.publish);
    const skipped = lock.recent.find(({ id }) => id === entry.publish)?.skipped ?? [];
    byPublish.set(entry.publish, { ...entry, skipped, items: [...(first?.items ?? []), ...entry.items] });
  }
  return [...byPublish.values()].reverse();
}
