import {
  PUBLISHES,
  historyKey,
  historyName,
  itemRef,
  publishKey,
  shardOf,
} from "@schedule-manager/shared/sync-layout";
import type { HistoryData, ItemRef, PublishData, PublishMark } from "@schedule-manager/shared/sync-layout";
import { atMost } from "../sync/at-most";
import type { SyncCaller } from "../sync/sync-caller";
import { SyncFailure } from "../sync/sync-failure";
import { readJournal } from "./intent";
import type { PlannedWrite } from "./plan";

/** Refs a part of the journal holds: keys are long, and items of 10 KiB and more may be written twice a second only. */
export const REFS_PER_PART = 60;

export const intentOf = (writes: readonly PlannedWrite[], mark: PublishMark): HistoryData[] =>
  writes.map(({ kind, id, value, revision }) => ({
    publish: mark.id,
    generation: mark.generation,
    by: mark.by,
    at: mark.since,
    kind,
    id,
    baseRevision: revision,
    value,
  }));

export function journalOf(refs: readonly ItemRef[], mark: PublishMark): PublishData[] {
  const parts = Math.max(1, Math.ceil(refs.length / REFS_PER_PART));
  return Array.from({ length: parts }, (_, part) => ({
    publish: mark.id,
    generation: mark.generation,
    by: mark.by,
    at: mark.since,
    part,
    parts,
    items: refs.slice(part * REFS_PER_PART, (part + 1) * REFS_PER_PART),
  }));
}

/** Writes the journal, then the history: whoever finds the journal knows which history to look for. */
export async function writeIntent(
  caller: SyncCaller,
  intent: readonly HistoryData[],
  mark: PublishMark,
  shards: number,
  concurrency: number,
): Promise<void> {
  const refs = intent.map(({ kind, id }) => itemRef(kind, id));
  // One after the other, so that of a journal that was cut short the first parts are there.
  await atMost(1, journalOf(refs, mark), (data) =>
    createOnce(caller, PUBLISHES, publishKey(mark.generation, mark.id, data.part), data),
  );
  await atMost(concurrency, intent, (data) =>
    createOnce(
      caller,
      historyName(shardOf(data.id, shards)),
      historyKey(data.id, mark.generation, mark.id),
      data,
    ),
  );
}

/** The publish is in the key: an entry that exists is this one, written when an answer got lost. */
async function createOnce(caller: SyncCaller, map: string, key: string, data: object): Promise<void> {
  try {
    await caller.createItem(map, key, data);
  } catch (error) {
    if (!(error instanceof SyncFailure && error.kind === "exists")) throw error;
  }
}

/** Removes what a publish wrote that was given up before it began to apply. */
export async function removeIntent(
  caller: SyncCaller,
  mark: Pick<PublishMark, "id" | "generation">,
  shards: number,
  concurrency: number,
): Promise<void> {
  const refs = await readJournal(caller, mark);
  await atMost(concurrency, refs, (ref) => {
    const id = ref.slice(2);
    return removeAny(caller, historyName(shardOf(id, shards)), historyKey(id, mark.generation, mark.id));
  });
  const parts = Math.max(1, Math.ceil(refs.length / REFS_PER_PART));
  for (let part = parts - 1; part >= 0; part -= 1) {
    await removeAny(caller, PUBLISHES, publishKey(mark.generation, mark.id, part));
  }
}

async function removeAny(caller: SyncCaller, map: string, key: string): Promise<void> {
  const entry = await caller.readItem(map, key);
  if (entry !== null) await caller.removeItem(map, key, entry.revision);
}
