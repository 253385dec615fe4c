import { parseHistoryData } from "@schedule-manager/shared/layout-schema";
import {
  generationKey,
  type HistoryData,
  historyName,
  type LockData,
  MAX_PAGE,
  shardOf,
} from "@schedule-manager/shared/sync-layout";
import { type Journal, LAST } from "./journal";
import type { ListItems } from "./source";

export interface EntryPage {
  /** Newest first. */
  readonly entries: readonly HistoryData[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

export interface ItemEntries {
  /** @param before a generation; null: from the newest on */
  page(lock: LockData, id: string, before: number | null, size: number): Promise<EntryPage>;
  /**
   * All of an item's history back to the first entry that is old enough, in order.
   * @param isEnough asked of each entry, the newest first
   */
  backTo(
    lock: LockData,
    id: string,
    isEnough: (entry: HistoryData) => boolean,
  ): Promise<readonly HistoryData[]>;
}

/** The finished changes of single items, read from Sync page by page. */
export function itemEntries(list: ListItems, journal: Journal): ItemEntries {
  const page: ItemEntries["page"] = async (lock, id, before, size) => {
    const map = historyName(shardOf(id, lock.shards));
    const found: HistoryData[] = [];
    let last: string | undefined;
    let from = `${id}:${before === null ? "" : `${generationKey(before - 1)}:`}${LAST}`;
    for (;;) {
      const { items, more } = await list(map, { from, to: `${id}:`, order: "desc", pageSize: size });
      const fresh = items.filter(({ key }) => key !== last);
      const parsed = fresh.flatMap(({ data }) => parseHistoryData(data) ?? []);
      const finished = await journal.settle(
        lock,
        parsed.filter((entry) => entry.id === id),
      );
      found.push(...[...finished].reverse());
      if (!more || found.length >= size) return { entries: found, more };
      last = items.at(-1)?.key;
      from = last ?? from;
    }
  };

  return {
    page,
    async backTo(lock, id, isEnough) {
      const entries: HistoryData[] = [];
      for (let more = true; more && !entries.some(isEnough);) {
        const older = await page(lock, id, entries.at(-1)?.generation ?? null, MAX_PAGE);
        entries.push(...older.entries);
        more = older.more;
      }
      return entries.reverse();
    },
  };
}
