import type { PublishChange } from "@schedule-manager/shared/api/api";
import { mapOf } from "@schedule-manager/shared/sync/layout";
import { itemFrom } from "../catalogue/items";
import { readAllItems } from "../catalogue/read-all";
import { limitConcurrency } from "../sync/limit-concurrency";
import type { SyncReader } from "../sync/sync-port";
import { currentItem, refOfChange } from "./current";
import type { Current } from "./current";
import { onlyToggles } from "./only-toggles";

/** Of more manual closes every map is read: that takes no longer then. */
const FEW = 8;

/**
 * The items that a publish is checked against, to be read under its lease. Nothing that another item holds can be in
 * the way of a manual close, so of a few of these only the schedules themselves are read: it is what is published most,
 * and often in a hurry, and with many schedules reading all of them takes longer than all the rest.
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

/** null: there is more to the changes than that, by what they say or by what Sync holds. */
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
  const found = read.filter((one) => one !== null);
  return found.length < read.length ? null : new Map(found);
}
