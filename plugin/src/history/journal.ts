import { journalEntries, type JournalEntry, finishedChanges } from "@schedule-manager/shared/history/settled";
import { parsePublishData } from "@schedule-manager/shared/sync/layout-schema";
import {
  generationKey,
  type HistoryData,
  type CatalogueHead,
  MAX_PAGE,
  type PublishData,
  PUBLISHES,
} from "@schedule-manager/shared/sync/layout";
import type { ListItems } from "./source";

/** Publishes that are read at once. */
const JOURNAL_PAGE = 25;
/** Behind every character of a key. */
export const LAST = "~";

export interface JournalPage {
  /** Newest first. */
  readonly items: readonly JournalEntry[];
  readonly more: boolean;
  /** Where the next page begins: below this generation. */
  readonly next: number;
}

export interface Journal {
  /** @param before a generation; null: from the newest on */
  page(lock: CatalogueHead, before: number | null): Promise<JournalPage>;
  /** Those entries whose publish was finished, in order. */
  settle(lock: CatalogueHead, entries: readonly HistoryData[]): Promise<readonly HistoryData[]>;
}

const partsOf = (items: readonly { readonly data: unknown }[]): readonly PublishData[] =>
  items.flatMap(({ data }) => parsePublishData(data) ?? []);

/** The journal of publishes in Sync, read page by page; what was read of it is not read again. */
export function openJournal(list: ListItems): Journal {
  /** By generation: the parts of every publish that took it, one that was given up too. */
  const known = new Map<number, readonly PublishData[]>();

  const learn = (parts: readonly PublishData[], generation: number): void => {
    known.set(
      generation,
      parts.filter((part) => part.generation === generation),
    );
  };

  /** Reads upwards from each generation that is not known; a page tells about a hundred of them. */
  const learnAll = async (generations: readonly number[]): Promise<void> => {
    for (const wanted of [...generations].sort((a, b) => a - b)) {
      if (known.has(wanted)) continue;
      const page = await list(PUBLISHES, { from: `${generationKey(wanted)}:`, pageSize: MAX_PAGE });
      const parts = partsOf(page.items);
      // Of the last one on a page there may be more on the next.
      const whole = page.more ? (parts.at(-1)?.generation ?? wanted) - 1 : Infinity;
      for (const each of generations) {
        if (each === wanted || (each > wanted && each <= whole)) learn(parts, each);
      }
    }
  };

  return {
    async page(lock, before) {
      const parts: PublishData[] = [];
      let from = before === null ? undefined : `${generationKey(before - 1)}:${LAST}`;
      for (;;) {
        const range = { order: "desc" as const, pageSize: JOURNAL_PAGE };
        const { items, more } = await list(PUBLISHES, from === undefined ? range : { ...range, from });
        parts.push(...partsOf(items.filter(({ key }) => key !== from)));
        const lowest = parts.at(-1)?.generation ?? 0;
        // Of the last generation on a page there may be more on the next.
        const whole = more ? parts.filter(({ generation }) => generation > lowest) : parts;
        if (whole.length > 0 || !more) {
          for (const generation of new Set(whole.map((part) => part.generation))) learn(whole, generation);
          const next = whole.at(-1)?.generation ?? 0;
          const inOrder = [...whole].sort((a, b) => a.part - b.part);
          return { items: journalEntries(inOrder, lock), more, next };
        }
        from = items.at(-1)?.key;
      }
    },
    async settle(lock, entries) {
      const finished = new Set(lock.recent.map(({ generation }) => generation));
      const open = entries
        .map(({ generation }) => generation)
        .filter((generation) => generation <= lock.generation && !finished.has(generation));
      await learnAll([...new Set(open)]);
      return finishedChanges(
        entries,
        lock,
        open.flatMap((generation) => known.get(generation) ?? []),
      );
    },
  };
}
