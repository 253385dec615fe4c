import { isApplying, LEASE_TTL } from "@schedule-manager/shared/sync/publish-protocol";
import type { CatalogueItems } from "../catalogue/items";
import { readAllItems } from "../catalogue/read-all";
import { readHead } from "../sync/head-store";
import type { HeadState } from "../sync/head-store";
import type { SyncReader } from "../sync/sync-client";
import { isLeased, recover } from "./recover";
import type { Recovery } from "./recover";

/** Most attempts to read a catalogue without a concurrent publish. */
const MAX_READS = 3;

/** Every item as Sync has it, at the generation of `head`. */
export interface Whole {
  readonly head: HeadState;
  readonly items: CatalogueItems;
}

/** The document `head`, after a dead publish is finished or cleared. */
export async function currentHead(recovery: Recovery): Promise<HeadState> {
  const head = await readHead(recovery.client);
  if (!isLeased(head) || head.age < LEASE_TTL) return head;
  await recover(recovery, head);
  return readHead(recovery.client);
}

/** Reads every map, again when somebody publishes meanwhile. */
export async function readWhole(reader: SyncReader, from: HeadState, concurrency: number): Promise<Whole> {
  let head = from;
  let items = await readAllItems(reader, head.data.shards, concurrency);
  for (let reads = 1; reads < MAX_READS; reads += 1) {
    const after = await readHead(reader);
    const same = isSame(head, after);
    head = after;
    if (same) break;
    items = await readAllItems(reader, head.data.shards, concurrency);
  }
  return { head, items };
}

const isSame = (a: HeadState, b: HeadState): boolean =>
  a.data.generation === b.data.generation && !isApplying(a.data.publish) && !isApplying(b.data.publish);
