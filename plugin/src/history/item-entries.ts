import type { StoredItem } from "@schedule-manager/shared/model/model";
import { parseHistoryData } from "@schedule-manager/shared/sync/layout-schema";
import {
  generationKey,
  type HistoryData,
  historyMapOf,
  type ItemRef,
  type CatalogueHead,
  MAX_PAGE,
  parseItemRef,
} from "@schedule-manager/shared/sync/layout";
import { ownFields } from "@schedule-manager/shared/model/schema";
import { type Journal, LAST } from "./journal";
import type { ListItems } from "./source";

interface EntryPage {
  /** Newest first. */
  readonly entries: readonly HistoryData[];
  /** Whether older entries exist. */
  readonly more: boolean;
}

export interface ItemEntries {
  /** @param before a generation; null: starts at the newest */
  page(lock: CatalogueHead, ref: ItemRef, before: number | null, size: number): Promise<EntryPage>;
  /**
   * The item's entries, oldest first, back to the first one that `isEnough` accepts.
   * @param isEnough called for each entry, newest first
   */
  backTo(
    lock: CatalogueHead,
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

const named = (ref: ItemRef) => parseItemRef(ref) ?? { kind: "rule" as const, id: "" };

/** Reads the published changes of single items from Sync, page by page. */
export function itemEntries(list: ListItems, journal: Journal): ItemEntries {
  const page: ItemEntries["page"] = async (lock, ref, before, size) => {
    const { kind, id } = named(ref);
    const map = historyMapOf(id);
    const found: HistoryData[] = [];
    let last: string | undefined;
    let from = `${ref}:${before === null ? "" : `${generationKey(before - 1)}:`}${LAST}`;
    for (;;) {
      const { items, more } = await list(map, { from, to: `${ref}:`, order: "desc", pageSize: size });
      const fresh = items.filter(({ key }) => key !== last);
      const parsed = fresh.flatMap(({ data }) => parseHistoryData(data) ?? []).map(withOwnFields);
      const finished = await journal.settle(
        lock,
        parsed.filter((entry) => entry.kind === kind && entry.id === id),
      );
      found.push(...[...finished].reverse());
      if (!more || found.length >= size) return { entries: found, more };
      last = items.at(-1)?.key;
      from = last ?? from;
    }
  };

  return {
    page,
    async backTo(lock, ref, isEnough) {
      const entries: HistoryData[] = [];
      for (let more = true; more && !entries.some(isEnough);) {
        const older = await page(lock, ref, entries.at(-1)?.generation ?? null, MAX_PAGE);
        entries.push(...older.entries);
        more = older.more;
      }
      return entries.reverse();
    },
  };
}
