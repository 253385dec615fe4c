import type { JournalEntry } from "@schedule-manager/shared/history/settled";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { matches } from "../i18n/search-key";
import type { JournalPage } from "./journal";

export interface JournalFilter {
  /** Words of the person's name; empty: everybody. */
  readonly person: string;
  /** null: every item. */
  readonly item: ItemRef | null;
  /** ms since the epoch; null: no limit. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Matching publishes that end a request. */
const ENOUGH = 25;
/** Pages of the journal that one request reads at most. */
const MAX_PAGES = 8;

type ReadJournal = (before: number | null) => Promise<JournalPage>;

const isWithin = ({ at }: JournalEntry, { from, to }: JournalFilter): boolean => {
  const t = Date.parse(at);
  return (from === null || t >= from) && (to === null || t < to);
};

/**
 * Reads the publishes that match a filter. Sync can't search the journal, so a page reads on until enough publishes
 * match, and may contain none although older ones do.
 * @param personKey the search key of the person who published
 */
export const filteredJournal =
  (read: ReadJournal, filter: JournalFilter, personKey: (entry: JournalEntry) => string): ReadJournal =>
  async (before) => {
    const { person, item, from } = filter;
    const isWanted = (entry: JournalEntry): boolean =>
      isWithin(entry, filter) &&
      (item === null || entry.items.includes(item)) &&
      (person.trim() === "" || matches(personKey(entry), person.trim()));
    const items: JournalEntry[] = [];
    let page = await read(before);
    for (let pages = 1; ; pages += 1) {
      items.push(...page.items.filter(isWanted));
      const oldest = page.items[page.items.length - 1];
      const isPast = from !== null && oldest !== undefined && Date.parse(oldest.at) < from;
      const more = page.more && !isPast;
      if (!more || items.length >= ENOUGH || pages === MAX_PAGES) return { items, more, next: page.next };
      page = await read(page.next);
    }
  };
