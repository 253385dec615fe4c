/**
 * Schemas of the Sync service's documents and journal items. Console users can edit them: parsing returns a
 * complete value or null, never a partial one.
 */
import type { StoredItem } from "../model/model";
import { isRecord } from "../collections/record";
import * as v from "valibot";
import { MAX_SHARDS, isItemRef } from "./layout";
import type {
  CatalogueLayout,
  HistoryData,
  ItemRef,
  CatalogueHead,
  HistoryBatch,
  PresenceData,
  PublishData,
  ChangeFeed,
} from "./layout";

const generation = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ref = v.custom<ItemRef>((value) => typeof value === "string" && isItemRef(value));
const actor = v.object({ identity: v.string(), name: v.exactOptional(v.string()) });

const claim = v.object({ digest: v.string(), right: v.picklist(["toggle", "edit"]) });

const finished = v.object({
  id: v.string(),
  generation,
  by: actor,
  at: v.string(),
  skipped: v.exactOptional(v.array(ref)),
  claim: v.exactOptional(claim),
});

const shards = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_SHARDS));

const layout = v.object({ generation, shards });

const head = v.object({
  generation,
  shards,
  publish: v.nullable(
    v.object({
      id: v.string(),
      by: actor,
      since: v.string(),
      phase: v.picklist(["checking", "applying", "applying-batches"]),
      generation,
      claim: v.exactOptional(claim),
      note: v.exactOptional(v.string()),
    }),
  ),
  layoutSince: v.exactOptional(v.string()),
  recent: v.array(finished),
});

const changeFeed = v.object({
  generation,
  recent: v.array(v.object({ generation, items: v.array(ref) })),
});

const authorship = {
  publish: v.string(),
  generation,
  by: actor,
  at: v.string(),
  note: v.exactOptional(v.string()),
};
const part = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const parts = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const journal = v.object({
  ...authorship,
  part,
  parts,
  items: v.array(ref),
  batched: v.exactOptional(v.literal(true)),
});

const change = {
  kind: v.picklist(["schedule", "rule"]),
  id: v.string(),
  baseRevision: v.nullable(v.string()),
  /** Callers validate the value: old entries may hold values that are refused today. */
  value: v.nullable(v.custom<StoredItem>(isRecord)),
};

const history = v.object({ ...authorship, ...change });

const historyBatch = v.object({
  ...authorship,
  part,
  parts,
  changes: v.array(v.object(change)),
});

const presence = v.object({
  lockId: v.string(),
  by: actor,
  since: v.string(),
  beat: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const read =
  <T>(schema: v.GenericSchema<unknown, T>) =>
  (data: unknown): T | null => {
    const result = v.safeParse(schema, data);
    return result.success ? result.output : null;
  };

export const parseHead: (data: unknown) => CatalogueHead | null = read<CatalogueHead>(head);
export const parseLayout: (data: unknown) => CatalogueLayout | null = read<CatalogueLayout>(layout);
export const parsePresence: (data: unknown) => PresenceData | null = read<PresenceData>(presence);
export const parseChangeFeed: (data: unknown) => ChangeFeed | null = read<ChangeFeed>(changeFeed);
export const parsePublishData: (data: unknown) => PublishData | null = read<PublishData>(journal);

export const parseHistoryData: (data: unknown) => HistoryData | null = read<HistoryData>(history);
export const parseHistoryBatch: (data: unknown) => HistoryBatch | null = read<HistoryBatch>(historyBatch);
