import { parseHistoryBatch, parseHistoryData } from "@schedule-manager/shared/sync/layout-schema";
import { entriesOfBatch } from "@schedule-manager/shared/sync/history-items";
import {
  batchGroupOf,
  batchPrefix,
  generationKey,
  type HistoryData,
  historyMapOf,
  type ItemRef,
  parseItemRef,
} from "@schedule-manager/shared/sync/layout";
import { LAST } from "./journal";
import type { ListItems } from "./source";

/** Batches per page: each has up to 8 KiB, of all items of its group. */
const BATCH_PAGE = 20;

/** A stored history item. `entry` null: a batch without a change of the wanted item. */
interface Stored {
  readonly generation: number;
  readonly entry: HistoryData | null;
}

/** A range of keys, read page by page from its greatest key. */
interface Range {
  /** The next item; null: none is left. */
  readonly head: () => Promise<Stored | null>;
  readonly skip: () => void;
  /** Whether no entry is left, as far as known without another page. */
  readonly isAtEnd: () => boolean;
}

export interface NewestFirst {
  /** The next entries, fewer at the end. */
  readonly take: (count: number) => Promise<readonly HistoryData[]>;
  readonly isAtEnd: () => boolean;
}

/**
 * Reads the entries of one item, newest first: those of its own keys, and those in the batches of its group.
 * @param before a generation; null: starts at the newest
 * @param pageSize entries per page of the item's own keys
 */
export function newestFirst(
  list: ListItems,
  ref: ItemRef,
  before: number | null,
  pageSize: number,
): NewestFirst {
  const { kind, id } = parseItemRef(ref) ?? { kind: "rule", id: "" };
  const isWanted = (entry: HistoryData): boolean => entry.kind === kind && entry.id === id;
  const rangeOf = (prefix: string, size: number, storedIn: (data: unknown) => Stored | null): Range => {
    const start = before === null ? "" : `${generationKey(before - 1)}:`;
    let from = `${prefix}${start}${LAST}`;
    let more = true;
    const buffer: Stored[] = [];
    const load = async (): Promise<void> => {
      const range = { from, to: prefix, order: "desc" as const, pageSize: size };
      const page = await list(historyMapOf(id), range);
      // A page begins with the last item of the previous one.
      const fresh = page.items.filter(({ key }) => key !== from);
      buffer.push(...fresh.flatMap(({ data }) => storedIn(data) ?? []));
      from = page.items.at(-1)?.key ?? from;
      more = page.more;
    };
    return {
      async head() {
        while (buffer.length === 0 && more) await load();
        return buffer[0] ?? null;
      },
      skip: () => void buffer.shift(),
      isAtEnd: () => !more && buffer.every(({ entry }) => entry === null),
    };
  };
  const ranges = [
    rangeOf(`${ref}:`, pageSize, (data) => {
      const entry = parseHistoryData(data);
      return entry === null ? null : { generation: entry.generation, entry: isWanted(entry) ? entry : null };
    }),
    rangeOf(batchPrefix(batchGroupOf(id)), BATCH_PAGE, (data) => {
      const batch = parseHistoryBatch(data);
      const entry = batch === null ? null : (entriesOfBatch(batch).find(isWanted) ?? null);
      return batch === null ? null : { generation: batch.generation, entry };
    }),
  ];
  return {
    async take(count) {
      const entries: HistoryData[] = [];
      while (entries.length < count) {
        const heads = await Promise.all(ranges.map(async (range) => ({ range, head: await range.head() })));
        const [next] = heads.sort((a, b) => (b.head?.generation ?? -1) - (a.head?.generation ?? -1));
        if (next === undefined || next.head === null) break;
        next.range.skip();
        if (next.head.entry !== null) entries.push(next.head.entry);
      }
      return entries;
    },
    isAtEnd: () => ranges.every((range) => range.isAtEnd()),
  };
}
