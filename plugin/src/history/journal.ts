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

/** Publishes per page. */
const JOURNAL_PAGE = 25;
/** Sorts after every character of a key. */
export const LAST = "~";

export interface JournalPage {
  /** Newest first. */
  readonly items: readonly JournalEntry[];
  readonly more: boolean;
  /** The next page contains generations below this one. */
  readonly next: number;
}

export interface Journal {
  /** @param before a generation; null: starts at the newest */
  page(head: CatalogueHead, before: number | null): Promise<JournalPage>;
  /** The entries whose publish was finished, in order. */
  settle(head: CatalogueHead, entries: readonly HistoryData[]): Promise<readonly HistoryData[]>;
}

const partsOf = (items: readonly { readonly data: unknown }[]): readonly PublishData[] =>
  items.flatMap(({ data }) => parsePublishData(data) ?? []);

/** Reads the journal of publishes page by page, with memoisation. */
export function openJournal(list: ListItems): Journal {
  /** By generation: the parts of every publish that used it, abandoned ones included. */
  const partsByGeneration = new Map<number, readonly PublishData[]>();

  const learn = (parts: readonly PublishData[], generation: number): void => {
    partsByGeneration.set(
      generation,
      parts.filter((part) => part.generation === generation),
    );
  };

  /** Reads upwards from each unknown generation; a page contains about a hundred. */
  const learnAll = async (generations: readonly number[]): Promise<void> => {
    for (const wanted of [...generations].sort((a, b) => a - b)) {
      if (partsByGeneration.has(wanted)) continue;
      const page = await list(PUBLISHES, { from: `${generationKey(wanted)}:`, pageSize: MAX_PAGE });
      const parts = partsOf(page.items);
      // The last publish on a page may continue on the next.
      const whole = page.more ? (parts.at(-1)?.generation ?? wanted) - 1 : Infinity;
      for (const each of generations) {
        if (each === wanted || (each > wanted && each <= whole)) learn(parts, each);
      }
    }
  };

  return {
    async page(head, before) {
      const parts: PublishData[] = [];
      let from = before === null ? undefined : `${generationKey(before - 1)}:${LAST}`;
      for (;;) {
        const range = { order: "desc" as const, pageSize: JOURNAL_PAGE };
        const { items, more } = await list(PUBLISHES, from === undefined ? range : { ...range, from });
        parts.push(...partsOf(items.filter(({ key }) => key !== from)));
        const lowest = parts.at(-1)?.generation ?? 0;
        // The last publish on a page may continue on the next.
        const whole = more ? parts.filter(({ generation }) => generation > lowest) : parts;
        if (whole.length > 0 || !more) {
          for (const generation of new Set(whole.map((part) => part.generation))) learn(whole, generation);
          const next = whole.at(-1)?.generation ?? 0;
          const inOrder = [...whole].sort((a, b) => a.part - b.part);
          return { items: journalEntries(inOrder, head), more, next };
        }
        from = items.at(-1)?.key;
      }
    },
    async settle(head, entries) {
      const finished = new Set(head.recent.map(({ generation }) => generation));
      const open = entries
        .map(({ generation }) => generation)
        .filter((generation) => generation <= head.generation && !finished.has(generation));
      await learnAll([...new Set(open)]);
      return finishedChanges(
        entries,
        head,
        open.flatMap((generation) => partsByGeneration.get(generation) ?? []),
      );
    },
  };
}
