import {
  parseHistoryBatch,
  parseHistoryData,
  parsePublishData,
} from "@schedule-manager/shared/sync/layout-schema";
import {
  PUBLISHES,
  batchGroupOf,
  batchKey,
  batchMapOf,
  historyKey,
  historyMapOf,
  itemRef,
  parseItemRef,
  publishKey,
} from "@schedule-manager/shared/sync/layout";
import type {
  HistoryBatch,
  HistoryChange,
  ItemRef,
  PublishLease,
} from "@schedule-manager/shared/sync/layout";
import { limitConcurrency } from "./limit-concurrency";
import type { SyncReader } from "./sync-client";

type PublishOf = Pick<PublishLease, "id" | "generation">;

type NamedItem = NonNullable<ReturnType<typeof parseItemRef>>;

export interface Journal {
  readonly refs: readonly ItemRef[];
  /** The same, parsed. */
  readonly named: readonly NamedItem[];
  /** Number of parts according to the journal. */
  readonly parts: number;
  /** The groups of the history's batches; null: it is in single items. */
  readonly groups: readonly number[] | null;
}

/** The changes that a publish announced in the journal; empty when it has not written one. */
export async function readJournal(reader: SyncReader, { id, generation }: PublishOf): Promise<Journal> {
  const refs: ItemRef[] = [];
  let parts = 1;
  let batched = false;
  for (let part = 0; part < parts; part += 1) {
    const entry = await reader.readItem(PUBLISHES, publishKey(generation, id, part));
    const data = entry === null ? null : parsePublishData(entry.data);
    if (data === null) break;
    parts = data.parts;
    batched = data.batched ?? false;
    refs.push(...data.items);
  }
  const named = refs.map(parseItemRef).filter((ref) => ref !== null);
  const groups = batched ? [...new Set(named.map(({ id }) => batchGroupOf(id)))] : null;
  return { refs, named, parts, groups };
}

/** The changes that a publish wrote to the history before it applies them. */
export async function readIntent(
  reader: SyncReader,
  publish: PublishOf,
  concurrency: number,
): Promise<readonly HistoryChange[]> {
  const { named, groups } = await readJournal(reader, publish);
  if (groups !== null) {
    const batches = await limitConcurrency(concurrency, groups, (group) =>
      readBatches(reader, group, publish),
    );
    return batches.flat().flatMap(({ changes }) => changes);
  }
  const entries = await limitConcurrency(concurrency, named, ({ kind, id }) =>
    reader.readItem(historyMapOf(id), historyKey(itemRef(kind, id), publish.generation, publish.id)),
  );
  return entries
    .map((entry) => (entry === null ? null : parseHistoryData(entry.data)))
    .filter((data) => data !== null)
    .filter((data) => data.publish === publish.id);
}

/** A publish's batches of one group, up to the first one that is missing. */
export async function readBatches(
  reader: SyncReader,
  group: number,
  { id, generation }: PublishOf,
): Promise<readonly HistoryBatch[]> {
  const batches: HistoryBatch[] = [];
  for (let part = 0, parts = 1; part < parts; part += 1) {
    const entry = await reader.readItem(batchMapOf(group), batchKey(group, generation, id, part));
    const batch = entry === null ? null : parseHistoryBatch(entry.data);
    if (batch === null || batch.publish !== id) break;
    batches.push(batch);
    parts = batch.parts;
  }
  return batches;
}
