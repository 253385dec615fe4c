import { sameValue } from "@schedule-manager/shared/model/same-value";
import { holdsLease, journalOf } from "@schedule-manager/shared/sync/publish-protocol";
import {
  PUBLISHES,
  historyKey,
  historyMapOf,
  itemRef,
  parseItemRef,
  publishKey,
} from "@schedule-manager/shared/sync/layout";
import type { HistoryData, PublishLease } from "@schedule-manager/shared/sync/layout";
import { limitConcurrency } from "../sync/limit-concurrency";
import { readHead } from "../sync/head-store";
import { readJournal } from "../sync/intent-reader";
import type { SyncClient } from "../sync/sync-client";
import { SyncFailure } from "../sync/sync-failure";

/**
 * Writes the journal before the history, so that the journal of an interrupted publish names all its history
 * entries.
 */
export async function writeIntent(
  client: SyncClient,
  intent: readonly HistoryData[],
  lease: PublishLease,
  concurrency: number,
): Promise<void> {
  const { id: publish, generation } = lease;
  const refs = intent.map(({ kind, id }) => itemRef(kind, id));
  const writeJournal = (): Promise<boolean[]> =>
    // Written sequentially, so that an interrupted journal has no gaps.
    limitConcurrency(1, journalOf(lease, refs), (data) =>
      createOnce(client, PUBLISHES, publishKey(generation, publish, data.part), data),
    );
  const writeHistory = (): Promise<boolean[]> =>
    limitConcurrency(concurrency, intent, (data) =>
      createOnce(
        client,
        historyMapOf(data.id),
        historyKey(itemRef(data.kind, data.id), generation, publish),
        data,
      ),
    );
  const isWritten = async (): Promise<boolean> =>
    (await writeJournal()).every(Boolean) && (await writeHistory()).every(Boolean);
  if (await isWritten()) return;
  // An earlier attempt with the same id left different entries. They are removed, unless this attempt has lost
  // its lease and they are the history of the finished publish.
  if (!holdsLease((await readHead(client)).data, lease)) throw notWritten();
  await removeIntent(client, lease, concurrency);
  if (!(await isWritten())) throw notWritten();
}

const notWritten = () => new SyncFailure("moved", "the stored intent differs from the written one", 409);

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
  { id: publish, generation }: Pick<PublishLease, "id" | "generation">,
  concurrency: number,
): Promise<void> {
  const { refs, parts } = await readJournal(client, { id: publish, generation });
  await limitConcurrency(concurrency, refs, (ref) =>
    removeAny(client, historyMapOf(parseItemRef(ref)?.id ?? ""), historyKey(ref, generation, publish)),
  );
  for (let part = parts - 1; part >= 0; part -= 1) {
    await removeAny(client, PUBLISHES, publishKey(generation, publish, part));
  }
}

async function removeAny(client: SyncClient, map: string, key: string): Promise<void> {
  const entry = await client.readItem(map, key);
  if (entry !== null) await client.removeItem(map, key, entry.revision);
}
