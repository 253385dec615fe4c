import { parseHistoryData, parsePublishData } from "@schedule-manager/shared/layout-schema";
import {
  PUBLISHES,
  historyKey,
  historyName,
  parseItemRef,
  publishKey,
  shardOf,
} from "@schedule-manager/shared/sync-layout";
import type { HistoryData, ItemRef, PublishMark } from "@schedule-manager/shared/sync-layout";
import { atMost } from "../sync/at-most";
import type { SyncReader } from "../sync/sync-caller";

/** What a publish said it would change, from the journal; an empty list when it had not come to say so. */
export async function readJournal(
  reader: SyncReader,
  mark: Pick<PublishMark, "id" | "generation">,
): Promise<ItemRef[]> {
  const refs: ItemRef[] = [];
  for (let part = 0, parts = 1; part < parts; part += 1) {
    const entry = await reader.readItem(PUBLISHES, publishKey(mark.generation, mark.id, part));
    const data = entry === null ? null : parsePublishData(entry.data);
    if (data === null) break;
    parts = data.parts;
    refs.push(...data.items);
  }
  return refs;
}

/** The entries of the history that a publish wrote before it began to apply them. */
export async function readIntent(
  reader: SyncReader,
  mark: Pick<PublishMark, "id" | "generation">,
  shards: number,
  concurrency: number,
): Promise<HistoryData[]> {
  const refs = (await readJournal(reader, mark)).map(parseItemRef).filter((ref) => ref !== null);
  const entries = await atMost(concurrency, refs, ({ id }) =>
    reader.readItem(historyName(shardOf(id, shards)), historyKey(id, mark.generation, mark.id)),
  );
  return entries
    .map((entry) => (entry === null ? null : parseHistoryData(entry.data)))
    .filter((data) => data !== null)
    .filter((data) => data.publish === mark.id);
}
