/** Fills an empty Sync service with a first configuration, history included. */
import type { Configuration, ItemKind } from "@schedule-manager/shared/model";
import {
  type Actor,
  type CatalogueLayout,
  type HistoryData,
  historyKey,
  historyName,
  type ItemRef,
  itemRef,
  LAYOUT,
  LOCK,
  type LockData,
  mapName,
  type PublishData,
  PUBLISHES,
  publishKey,
  PULSES,
  type PulseData,
  pulseName,
  shardOf,
  type StoredItem,
} from "@schedule-manager/shared/sync-layout";
import type { Twilio } from "twilio";
import { inBatches } from "./in-batches";
import { unlessThere } from "./rest-error";

/** Sync allows 20 creations a second in a map; one at a time each takes a few ms at Twilio, so 4 stay below. */
const WIDTH = 4;
const REFS_PER_PART = 100;

export interface SeedOptions {
  readonly client: Twilio;
  readonly serviceSid: string;
  readonly configuration: Configuration;
  /** ISO 8601: when this is said to have happened. */
  readonly at: string;
  readonly by: Actor;
  /** Names this publish in the history, `[A-Za-z0-9_-]{8,64}`. */
  readonly publish: string;
}

export type SeedResult =
  { readonly ok: true; readonly items: number } | { readonly ok: false; readonly reason: "not-empty" };

interface Entry {
  readonly kind: ItemKind;
  readonly id: string;
  readonly value: StoredItem;
}

/** Rules before the schedules that refer to them. */
function entriesOf({ rules, schedules }: Configuration): readonly Entry[] {
  return [
    ...rules.map(({ id, ...value }): Entry => ({ kind: "rule", id, value })),
    ...schedules.map(({ id, ...value }): Entry => ({ kind: "schedule", id, value })),
  ];
}

/**
 * Refused when anything was ever published: live schedules are never overwritten. A run that was cut off is finished
 * by the next.
 */
export async function seed(options: SeedOptions): Promise<SeedResult> {
  const { client, serviceSid, configuration, at, by, publish } = options;
  const service = client.sync.v1.services(serviceSid);
  const document = await service.documents(LOCK).fetch();
  const lock = document.data as LockData;
  if (lock.generation > 0) return { ok: false, reason: "not-empty" };

  const generation = 1;
  const entries = entriesOf(configuration);
  await inBatches(entries, WIDTH, async ({ kind, id, value }) => {
    const shard = shardOf(id, lock.shards);
    const history: HistoryData = { publish, generation, by, at, kind, id, baseRevision: null, value };
    const historyItems = service.syncMaps(historyName(shard)).syncMapItems;
    await unlessThere(
      historyItems.create({ key: historyKey(itemRef(kind, id), generation, publish), data: history }),
    );
    await unlessThere(service.syncMaps(mapName(kind, shard)).syncMapItems.create({ key: id, data: value }));
  });

  const refs = entries.map(({ kind, id }) => itemRef(kind, id));
  await journal(service, refs, { publish, generation, by, at });
  // The pulses stay short: a reader that sees an unknown generation without its items re-reads everything.
  const pulse: PulseData = { generation, recent: [] };
  for (let index = 0; index < PULSES; index += 1) {
    await service.documents(pulseName(index)).update({ data: pulse });
  }
  const layout: CatalogueLayout = { generation, shards: lock.shards };
  await service.documents(LAYOUT).update({ data: layout });
  const data: LockData = { ...lock, generation, recent: [{ id: publish, generation, by, at }] };
  await service.documents(LOCK).update({ data, ifMatch: document.revision });
  return { ok: true, items: entries.length };
}

async function journal(
  service: ReturnType<Twilio["sync"]["v1"]["services"]>,
  refs: readonly ItemRef[],
  common: Omit<PublishData, "part" | "parts" | "items">,
): Promise<void> {
  const parts = Math.max(1, Math.ceil(refs.length / REFS_PER_PART));
  for (let part = 0; part < parts; part += 1) {
    const items = refs.slice(part * REFS_PER_PART, (part + 1) * REFS_PER_PART);
    const data: PublishData = { ...common, part, parts, items };
    await unlessThere(
      service
        .syncMaps(PUBLISHES)
        .syncMapItems.create({ key: publishKey(common.generation, common.publish, part), data }),
    );
  }
}
