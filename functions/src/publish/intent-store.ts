import {
  PUBLISHES,
  historyKey,
  historyName,
  itemRef,
  parseItemRef,
  publishKey,
  shardOf,
} from "@schedule-manager/shared/sync-layout";
import type { HistoryData, ItemRef, PublishData, PublishMark } from "@schedule-manager/shared/sync-layout";
import { sameValue } from "@schedule-manager/shared/same-value";
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
  const writeJournal = (): Promise<boolean[]> =>
    // One after the other, so that of a journal that was cut short the first parts are there.
    atMost(1, journalOf(refs, mark), (data) =>
      createOnce(caller, PUBLISHES, publishKey(mark.generation, mark.id, data.part), data),
    );
  const writeHistory = (): Promise<boolean[]> =>
    atMost(concurrency, intent, (data) =>
      createOnce(
        caller,
        historyName(shardOf(data.id, shards)),
        historyKey(itemRef(data.kind, data.id), mark.generation, mark.id),
        data,
      ),
    );
  const isWritten = async (): Promise<boolean> =>
    (await writeJournal()).every(Boolean) && (await writeHistory()).every(Boolean);
  if (await isWritten()) return;
  // An attempt of the same id left entries that say something else: they go, whatever they name.
  await removeIntent(caller, mark, shards, concurrency);
  if (!(await isWritten())) throw new SyncFailure("moved", "the intent is not what was written", 409);
}

/** Whether the entry says this now: one that exists may be the same, written when an answer got lost. */
async function createOnce(caller: SyncCaller, map: string, key: string, data: object): Promise<boolean> {
  try {
    await caller.createItem(map, key, data);
    return true;
  } catch (error) {
    if (!(error instanceof SyncFailure && error.kind === "exists")) throw error;
  }
  return sameValue((await caller.readItem(map, key))?.data, data);
}

/** Removes what a publish wrote that was given up before it began to apply. */
export async function removeIntent(
  caller: SyncCaller,
  mark: Pick<PublishMark, "id" | "generation">,
  shards: number,
  concurrency: number,
): Promise<void> {
  const { refs, parts } = await readJournal(caller, mark);
  await atMost(concurrency, refs, async (ref) => {
    const id = parseItemRef(ref)?.id ?? "";
    const map = historyName(shardOf(id, shards));
    await removeAny(caller, map, historyKey(ref, mark.generation, mark.id));
  });
  for (let part = parts - 1; part >= 0; part -= 1) {
    await removeAny(caller, PUBLISHES, publishKey(mark.generation, mark.id, part));
  }
}

async function removeAny(caller: SyncCaller, map: string, key: string): Promise<void> {
  const entry = await caller.readItem(map, key);
  if (entry !== null) await caller.removeItem(map, key, entry.revision);
}
