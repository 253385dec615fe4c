import { parseHistoryData, parsePublishData } from "@schedule-manager/shared/layout-schema";
import {
  PUBLISHES,
  historyKey,
  historyName,
  itemRef,
  parseItemRef,
  publishKey,
  shardOf,
} from "@schedule-manager/shared/sync-layout";
import type { HistoryData, ItemRef, PublishMark } from "@schedule-manager/shared/sync-layout";
import { atMost } from "../sync/at-most";
import type { SyncReader } from "../sync/sync-caller";

export interface Journal {
  readonly refs: readonly ItemRef[];
  /** How many parts it says that it has. */
  readonly parts: number;
}

/** What a publish said it would change, from the journal; empty when it had not come to say so. */
export async function readJournal(
  reader: SyncReader,
  mark: Pick<PublishMark, "id" | "generation">,
): Promise<Journal> {
  const refs: ItemRef[] = [];
  let parts = 1;
  for (let part = 0; part < parts; part += 1) {
    const entry = await reader.readItem(PUBLISHES, publishKey(mark.generation, mark.id, part));
    const data = entry === null ? null : parsePublishData(entry.data);
    if (data === null) break;
    parts = data.parts;
    refs.push(...data.items);
  }
  return { refs, parts };
}

/** The entries of the history that a publish wrote before it began to apply them. */
export async function readIntent(
  reader: SyncReader,
  mark: Pick<PublishMark, "id" | "generation">,
  shards: number,
  concurrency: number,
): Promise<HistoryData[]> {
  const journal = await readJournal(reader, mark);
  const refs = journal.refs.map(parseItemRef).filter((ref) => ref !== null);
  const entries = await atMost(concurrency, refs, ({ kind, id }) =>
    reader.readItem(
      historyName(shardOf(id, shards)),
      historyKey(itemRef(kind, id), mark.generation, mark.id),
    ),
  );
  return entries
    .map((entry) => (entry === null ? null : parseHistoryData(entry.data)))
    .filter((data) => data !== null)
    .filter((data) => data.publish === mark.id);
}
