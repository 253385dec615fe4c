import type { PublishChange } from "@schedule-manager/shared/api/api";
import { mapOf } from "@schedule-manager/shared/sync/layout";
import { itemFrom } from "../catalogue/items";
import { readAllItems } from "../catalogue/read-all";
import { limitConcurrency } from "../sync/limit-concurrency";
import type { SyncReader } from "../sync/sync-client";
import { currentItem, refOfChange } from "./current";
import type { Current } from "./current";
import { onlyToggles } from "./only-toggles";

/** Above this many manual closes, reading all maps takes no longer. */
const FEW = 8;

/**
 * Reads the items that a publish is checked against, under its lease. No other item can affect a manual close,
 * so for a few of them only the schedules themselves are read. Manual closes are the most frequent publishes and
 * often urgent, and with many schedules reading all of them takes longer than the rest of the publish.
 */
export async function readCurrent(
  reader: SyncReader,
  changes: readonly PublishChange[],
  shards: number,
  concurrency: number,
): Promise<Current> {
  const few = await readToggled(reader, changes, shards, concurrency);
  return few ?? readAllItems(reader, shards, concurrency);
}

/** null: the changes, or the items in Sync, differ in more than manual closes. */
async function readToggled(
  reader: SyncReader,
  changes: readonly PublishChange[],
  shards: number,
  concurrency: number,
): Promise<Current | null> {
  const toggles = ({ kind, base, value }: PublishChange): boolean =>
    onlyToggles(kind, base?.value ?? null, value);
  if (changes.length > FEW || !changes.every(toggles)) return null;
  const read = await limitConcurrency(concurrency, changes, async (change) => {
    const { kind, id, value } = change;
    const entry = await reader.readItem(mapOf(kind, id, shards), id);
    if (entry === null) return null;
    const item = itemFrom(kind, id, entry.revision, entry.data, () => undefined);
    return onlyToggles(kind, currentItem(kind, id, item).value, value)
      ? ([refOfChange(change), item] as const)
      : null;
  });
  const found = read.filter((entry) => entry !== null);
  return found.length < read.length ? null : new Map(found);
}
