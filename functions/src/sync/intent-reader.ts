import { parseHistoryData, parsePublishData } from "@schedule-manager/shared/sync/layout-schema";
import {
  PUBLISHES,
  historyKey,
  historyMapOf,
  itemRef,
  parseItemRef,
  publishKey,
} from "@schedule-manager/shared/sync/layout";
import type { HistoryData, ItemRef, PublishLease } from "@schedule-manager/shared/sync/layout";
import { limitConcurrency } from "./limit-concurrency";
import type { SyncReader } from "./sync-client";

type PublishOf = Pick<PublishLease, "id" | "generation">;

export interface Journal {
  readonly refs: readonly ItemRef[];
  /** Number of parts according to the journal. */
  readonly parts: number;
}

/** The changes that a publish announced in the journal; empty when it has not written one. */
export async function readJournal(reader: SyncReader, { id, generation }: PublishOf): Promise<Journal> {
  const refs: ItemRef[] = [];
  let parts = 1;
  for (let part = 0; part < parts; part += 1) {
    const entry = await reader.readItem(PUBLISHES, publishKey(generation, id, part));
    const data = entry === null ? null : parsePublishData(entry.data);
    if (data === null) break;
    parts = data.parts;
    refs.push(...data.items);
  }
  return { refs, parts };
}

/** The history entries that a publish wrote before it applied them. */
export async function readIntent(
  reader: SyncReader,
  publish: PublishOf,
  concurrency: number,
): Promise<HistoryData[]> {
  const journal = await readJournal(reader, publish);
  const named = journal.refs.map(parseItemRef).filter((ref) => ref !== null);
  const entries = await limitConcurrency(concurrency, named, ({ kind, id }) =>
    reader.readItem(historyMapOf(id), historyKey(itemRef(kind, id), publish.generation, publish.id)),
  );
  return entries
    .map((entry) => (entry === null ? null : parseHistoryData(entry.data)))
    .filter((data) => data !== null)
    .filter((data) => data.publish === publish.id);
}
