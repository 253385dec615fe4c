import type { SyncEvent } from "./types";

/** The number of events above which older ones are compacted, and the number of newest events that are kept. */
export interface JournalSize {
  readonly limit: number;
  readonly whole: number;
}
const JOURNAL_SIZE: JournalSize = { limit: 2_000, whole: 500 };

/**
 * The events of one object, for subscribers that reconnect. When it grows too long, its older part keeps only the last
 * event of each key, so a replay still ends with the same items.
 */
export class Journal {
  #events: SyncEvent[];
  #limit: number;

  constructor(
    events: readonly SyncEvent[] = [],
    readonly size: JournalSize = JOURNAL_SIZE,
  ) {
    this.#events = [...events];
    this.#limit = size.limit;
  }

  get events(): readonly SyncEvent[] {
    return this.#events;
  }

  add(event: SyncEvent): void {
    this.#events.push(event);
    if (this.#events.length > this.#limit) this.#thin();
  }

  /** The events after an id, oldest first. */
  after(id: number): readonly SyncEvent[] {
    const events = this.#events;
    let start = events.length;
    while (start > 0 && (events[start - 1]?.id ?? 0) > id) start -= 1;
    return events.slice(start);
  }

  #thin(): void {
    const cut = this.#events.length - this.size.whole;
    const last = new Map<string | null, SyncEvent>();
    for (const event of this.#events.slice(0, cut)) last.set(event.key, event);
    const lastOfEachKey = [...last.values()].sort((a, b) => (a.id ?? 0) - (b.id ?? 0));
    this.#events = [...lastOfEachKey, ...this.#events.slice(cut)];
    // With very many keys compaction drops few events: wait longer before the next one.
    this.#limit = Math.max(this.size.limit, this.#events.length + this.size.whole);
  }
}
