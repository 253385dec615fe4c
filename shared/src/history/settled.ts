import type { HistoryData, CatalogueHead, PublishData } from "../sync/layout";

type Known = Pick<CatalogueHead, "generation" | "recent">;

/**
 * Maps each generation to the publish that produced it. An abandoned publish can leave entries under a
 * generation that the next publisher reused: `head` names the finished one, and among older ones the latest
 * start wins.
 */
function makers(entries: readonly (HistoryData | PublishData)[], head: Known): ReadonlyMap<number, string> {
  const made = new Map<number, string>();
  const begun = new Map<number, string>();
  for (const { generation, publish, at } of entries) {
    if (at < (begun.get(generation) ?? "")) continue;
    begun.set(generation, at);
    made.set(generation, publish);
  }
  for (const { generation, id } of head.recent) made.set(generation, id);
  return made;
}

/**
 * The entries of finished publishes, ordered by generation.
 * @param journal distinguishes publishes of the same generation, if loaded
 */
export function finishedChanges<T extends HistoryData | PublishData>(
  entries: readonly T[],
  head: Known,
  journal: readonly PublishData[] = [],
): readonly T[] {
  const made = makers([...entries, ...journal], head);
  return entries
    .filter(({ generation, publish }) => generation <= head.generation && made.get(generation) === publish)
    .sort((a, b) => a.generation - b.generation);
}

/** A publish in the journal, assembled from its parts. */
export interface JournalEntry extends Omit<PublishData, "part" | "parts"> {
  /** Items edited in the console meanwhile and therefore not written, if `head` still lists them. */
  readonly skipped: readonly string[];
}

/** The finished publishes, newest first. */
export function journalEntries(parts: readonly PublishData[], head: Known): readonly JournalEntry[] {
  const byPublish = new Map<string, JournalEntry>();
  for (const { part: _part, parts: _parts, ...entry } of finishedChanges(parts, head)) {
    const first = byPublish.get(entry.publish);
    const skipped = head.recent.find(({ id }) => id === entry.publish)?.skipped ?? [];
    byPublish.set(entry.publish, { ...entry, skipped, items: [...(first?.items ?? []), ...entry.items] });
  }
  return [...byPublish.values()].reverse();
}
