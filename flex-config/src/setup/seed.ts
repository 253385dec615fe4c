/** Fills an empty Sync service with a first configuration, as a regular publish with history. */
import type { Configuration } from "@schedule-manager/shared/model/model";
import { historyItems, isBatched } from "@schedule-manager/shared/sync/history-items";
import { apply, APPLY_STAGES, journalOf } from "@schedule-manager/shared/sync/publish-protocol";
import {
  type Actor,
  type HistoryChange,
  itemRef,
  mapOf,
  PUBLISHES,
  publishKey,
} from "@schedule-manager/shared/sync/layout";
import { readHead } from "../live/read-live";
import {
  commitHead,
  type HeadHolder,
  type LeaseOptions,
  type LeaseRefusal,
  releaseHead,
  withHeadLease,
} from "./head-lease";
import { limitConcurrency } from "../live/limit-concurrency";
import { unlessThere } from "../live/rest-error";

/** Concurrent requests. `paced-requests.ts` keeps them below a service's 20 creations a second. */
const WIDTH = 4;

export interface SeedOptions extends LeaseOptions {
  readonly configuration: Configuration;
  readonly by: Actor;
  /** Id of this publish in the history, `[A-Za-z0-9_-]{8,64}`. */
  readonly publish: string;
}

export type SeedResult =
  | { readonly ok: true; readonly items: number }
  | { readonly ok: false; readonly reason: "not-empty" | LeaseRefusal };

const writesOf = ({ rules, schedules }: Configuration): readonly HistoryChange[] => [
  ...rules.map(({ id, ...value }) => ({ kind: "rule" as const, id, value, baseRevision: null })),
  ...schedules.map(({ id, ...value }) => ({ kind: "schedule" as const, id, value, baseRevision: null })),
];

/**
 * Refused once anything was published: a seed never overwrites schedules. The next run or the functions finish
 * an interrupted one.
 */
export async function seed(options: SeedOptions): Promise<SeedResult> {
  const { client, serviceSid, by, configuration, publish } = options;
  const head = await readHead(client, serviceSid);
  if (head !== null && head.generation > 0) return { ok: false, reason: "not-empty" };
  const writes = writesOf(configuration);
  const lease = { id: publish, by, isOwn: (id: string) => id === publish };
  return withHeadLease(options, lease, async (holder): Promise<SeedResult> => {
    if (holder.data.generation > 0) {
      await releaseHead(holder);
      return { ok: false, reason: "not-empty" };
    }
    await writeIntent(holder, writes);
    await holder.write(apply(holder.data, isBatched(writes.length)));
    await applyWrites(holder, writes);
    // Without items, so that readers read everything.
    await commitHead(holder, options.now(), null);
    return { ok: true, items: writes.length };
  });
}

/** Writes the journal, then the history, like the functions. */
async function writeIntent(holder: HeadHolder, writes: readonly HistoryChange[]): Promise<void> {
  const { service, data: head } = holder;
  const { id, generation } = head.publish;
  const refs = writes.map((write) => itemRef(write.kind, write.id));
  for (const data of journalOf(head.publish, refs)) {
    await holder.keepAlive();
    const key = publishKey(generation, id, data.part);
    await unlessThere(service.syncMaps(PUBLISHES).syncMapItems.create({ key, data }));
  }
  await limitConcurrency(historyItems(head.publish, writes), WIDTH, async (items) => {
    for (const { map, key, data } of items) {
      await holder.keepAlive();
      await unlessThere(service.syncMaps(map).syncMapItems.create({ key, data }));
    }
  });
}

async function applyWrites(holder: HeadHolder, writes: readonly HistoryChange[]): Promise<void> {
  const { service } = holder;
  const { shards } = holder.data;
  for (const belongs of APPLY_STAGES) {
    await limitConcurrency(writes.filter(belongs), WIDTH, async ({ kind, id, value }) => {
      await holder.keepAlive();
      const items = service.syncMaps(mapOf(kind, id, shards)).syncMapItems;
      await unlessThere(items.create({ key: id, data: value }));
    });
  }
}
