import type { StoredItem } from "@schedule-manager/shared/model/model";
import {
  type HistoryData,
  type ItemRef,
  type CatalogueHead,
  MAX_PAGE,
} from "@schedule-manager/shared/sync/layout";
import { ownFields } from "@schedule-manager/shared/model/schema";
import type { Journal } from "./journal";
import { newestFirst } from "./newest-first";
import type { ListItems } from "./source";

interface EntryPage {
  /** Newest first. */
  readonly entries: readonly HistoryData[];
  /** Whether older entries exist. */
  readonly more: boolean;
}

export interface ItemEntries {
  /** @param before a generation; null: starts at the newest */
  page(head: CatalogueHead, ref: ItemRef, before: number | null, size: number): Promise<EntryPage>;
  /**
   * The item's entries, oldest first, back to the first one that `isEnough` accepts.
   * @param isEnough called for each entry, newest first
   */
  backTo(
    head: CatalogueHead,
    ref: ItemRef,
    isEnough: (entry: HistoryData) => boolean,
  ): Promise<readonly HistoryData[]>;
}

/** Drops unknown fields, as everywhere else in the interface. */
const withOwnFields = (entry: HistoryData): HistoryData => ({
  ...entry,
  // Without unknown fields an item keeps its type.
  value: entry.value && (ownFields(entry.kind, entry.value) as StoredItem),
});

/** Reads the published changes of single items from Sync, page by page. */
export function itemEntries(list: ListItems, journal: Journal): ItemEntries {
  const page: ItemEntries["page"] = async (head, ref, before, size) => {
    const stored = newestFirst(list, ref, before, size);
    const found: HistoryData[] = [];
    for (;;) {
      const entries = (await stored.take(size - found.length)).map(withOwnFields);
      found.push(...[...(await journal.settle(head, entries))].reverse());
      const more = !stored.isAtEnd();
      if (!more || found.length >= size) return { entries: found, more };
    }
  };

  return {
    page,
    async backTo(head, ref, isEnough) {
      const entries: HistoryData[] = [];
      for (let more = true; more && !entries.some(isEnough);) {
        const older = await page(head, ref, entries.at(-1)?.generation ?? null, MAX_PAGE);
        entries.push(...older.entries);
        more = older.more;
      }
      return entries.reverse();
    },
  };
}
