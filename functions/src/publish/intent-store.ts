import { sameValue } from "@schedule-manager/shared/model/same-value";
import { holdsLease, journalOf } from "@schedule-manager/shared/sync/publish-protocol";
import {
  PUBLISHES,
  batchKey,
  batchMapOf,
  historyKey,
  historyMapOf,
  itemRef,
  publishKey,
} from "@schedule-manager/shared/sync/layout";
import type { HistoryItem } from "@schedule-manager/shared/sync/history-items";
import type { ItemRef, PublishLease } from "@schedule-manager/shared/sync/layout";
import { limitConcurrency, WRITE_CONCURRENCY } from "../sync/limit-concurrency";
import { readHead } from "../sync/head-store";
import { readBatches, readJournal } from "../sync/intent-reader";
import type { SyncClient } from "../sync/sync-client";
import { SyncFailure } from "../sync/sync-failure";

export interface Intent {
  readonly refs: readonly ItemRef[];
  /** From `historyItems`. */
  readonly history: readonly (readonly HistoryItem[])[];
}

/**
 * Writes the journal before the history, so that the journal of an interrupted publish names all its history
 * entries.
 */
export async function writeIntent(
  client: SyncClient,
  { refs, history }: Intent,
  lease: PublishLease,
): Promise<void> {
  const { id: publish, generation } = lease;
  const writeJournal = (): Promise<boolean> =>
    inOrder(journalOf(lease, refs), (data) =>
      createOnce(client, PUBLISHES, publishKey(generation, publish, data.part), data),
    );
  const writeHistory = (): Promise<boolean[]> =>
    limitConcurrency(WRITE_CONCURRENCY, history, (items) =>
      inOrder(items, ({ map, key, data }) => createOnce(client, map, key, data)),
    );
  const isWritten = async (): Promise<boolean> =>
    (await writeJournal()) && (await writeHistory()).every(Boolean);
  if (await isWritten()) return;
  // An earlier attempt with the same id left different entries. They are removed, unless this attempt has lost
  // its lease and they are the history of the finished publish.
  if (!holdsLease((await readHead(client)).data, lease)) throw notWritten();
  await removeIntent(client, lease);
  if (!(await isWritten())) throw notWritten();
}

const notWritten = () => new SyncFailure("moved", "the stored intent differs from the written one", 409);

/** Writes one after the other, so that an interruption leaves no gap. Returns whether all writes return true. */
async function inOrder<T>(items: readonly T[], write: (item: T) => Promise<boolean>): Promise<boolean> {
  let all = true;
  for (const item of items) all = (await write(item)) && all;
  return all;
}

/** Returns whether the entry now has this content: it may exist from a write whose answer was lost. */
async function createOnce(client: SyncClient, map: string, key: string, data: object): Promise<boolean> {
  try {
    await client.createItem(map, key, data);
    return true;
  } catch (error) {
    if (!(error instanceof SyncFailure && error.kind === "exists")) throw error;
  }
  return sameValue((await client.readItem(map, key))?.data, data);
}

/** Removes the intent of a publish that was cancelled before it applied anything. */
export async function removeIntent(
  client: SyncClient,
  lease: Pick<PublishLease, "id" | "generation">,
): Promise<void> {
  const { named, parts, groups } = await readJournal(client, lease);
  if (groups !== null) {
    await limitConcurrency(WRITE_CONCURRENCY, groups, (group) => removeBatches(client, group, lease));
  } else {
    await limitConcurrency(WRITE_CONCURRENCY, named, ({ kind, id }) =>
      removeAny(client, historyMapOf(id), historyKey(itemRef(kind, id), lease.generation, lease.id)),
    );
  }
  for (let part = parts - 1; part >= 0; part -= 1) {
    await removeAny(client, PUBLISHES, publishKey(lease.generation, lease.id, part));
  }
}

/** Removes the last batch first, so that an interruption leaves no gap. */
async function removeBatches(
  client: SyncClient,
  group: number,
  lease: Pick<PublishLease, "id" | "generation">,
): Promise<void> {
  const batches = await readBatches(client, group, lease);
  for (let part = batches.length - 1; part >= 0; part -= 1) {
    await removeAny(client, batchMapOf(group), batchKey(group, lease.generation, lease.id, part));
  }
}

async function removeAny(client: SyncClient, map: string, key: string): Promise<void> {
  const entry = await client.readItem(map, key);
  if (entry !== null) await client.removeItem(map, key, entry.revision);
}
