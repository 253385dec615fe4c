import {
  parseHistoryBatch,
  parseHistoryData,
  parsePublishData,
} from "@schedule-manager/shared/sync/layout-schema";
import {
  BATCH_GROUPS,
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
import type { SyncEntry, SyncReader } from "./sync-client";

type PublishOf = Pick<PublishLease, "id" | "generation">;

type NamedItem = NonNullable<ReturnType<typeof parseItemRef>>;

export interface Journal {
  /** Without those of invalid parts. */
  readonly refs: readonly ItemRef[];
  /** The same, parsed. */
  readonly named: readonly NamedItem[];
  /** Number of parts, written or not. */
  readonly parts: number;
  /** Whether every part that was written is valid. */
  readonly isWhole: boolean;
  /** The groups that can contain batches of the history; null: it is in single items. */
  readonly groups: readonly number[] | null;
}

const ALL_GROUPS: readonly number[] = Array.from({ length: BATCH_GROUPS }, (_, group) => group);

/** The changes that a publish announced in the journal; empty when it has not written one. */
export async function readJournal(reader: SyncReader, { id, generation }: PublishOf): Promise<Journal> {
  const written = await readParts(
    (part) => reader.readItem(PUBLISHES, publishKey(generation, id, part)),
    parsePublishData,
  );
  const valid = written.filter((part) => part !== null);
  const isWhole = valid.length === written.length;
  const refs = valid.flatMap(({ items }) => items);
  const named = refs.map(parseItemRef).filter((ref) => ref !== null);
  const first = valid[0];
  const batched = first === undefined ? !isWhole : first.batched === true;
  const known = isWhole ? [...new Set(named.map((item) => batchGroupOf(item.id)))] : ALL_GROUPS;
  return { refs, named, parts: first?.parts ?? written.length, isWhole, groups: batched ? known : null };
}

/** The changes that a publish wrote to the history before it applies them, without those of invalid entries. */
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
    return batches.flat().flatMap((batch) => batch?.changes ?? []);
  }
  const entries = await limitConcurrency(concurrency, named, ({ kind, id }) =>
    reader.readItem(historyMapOf(id), historyKey(itemRef(kind, id), publish.generation, publish.id)),
  );
  return entries
    .map((entry) => (entry === null ? null : parseHistoryData(entry.data)))
    .filter((data) => data !== null)
    .filter((data) => data.publish === publish.id);
}

/** A publish's batches of one group; null: an invalid one. */
export const readBatches = (
  reader: SyncReader,
  group: number,
  { id, generation }: PublishOf,
): Promise<readonly (HistoryBatch | null)[]> =>
  readParts(
    (part) => reader.readItem(batchMapOf(group), batchKey(group, generation, id, part)),
    (data) => {
      const batch = parseHistoryBatch(data);
      return batch?.publish === id ? batch : null;
    },
  );

/**
 * Reads parts in order up to the first that is missing, as parts are written without a gap. Each valid part says how
 * many there are; an invalid one, such as a console user leaves, is null and hides no later one.
 */
async function readParts<T extends { readonly parts: number }>(
  read: (part: number) => Promise<SyncEntry | null>,
  parse: (data: unknown) => T | null,
): Promise<readonly (T | null)[]> {
  const found: (T | null)[] = [];
  for (let parts = Infinity; found.length < parts;) {
    const entry = await read(found.length);
    if (entry === null) break;
    const part = parse(entry.data);
    found.push(part);
    parts = part?.parts ?? parts;
  }
  return found;
}
