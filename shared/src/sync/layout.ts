/**
 * Names, keys and shards of everything in the Sync service, in one place. Limits:
 * https://www.twilio.com/docs/sync/limits
 */
import type { ItemKind, StoredItem } from "../model/model";

export const DEFAULT_SHARDS = 8;
export const MAX_SHARDS = 64;
export const CHANGE_FEEDS = 4;
/** Number of history maps. Fixed, because entries are only appended and read by key range. */
export const HISTORY_SHARDS = 8;

/**
 * Number of key ranges for batches of changes, over all history maps. An item's history is read from its own keys and
 * one such range.
 */
export const BATCH_GROUPS = 32;

/** Sync refuses items and documents over 16 KiB. */
export const MAX_ITEM_BYTES = 16 * 1024;
/** Largest page of the REST API, in items. */
export const MAX_PAGE = 100;

export const HEAD = "head";
export const LAYOUT = "layout";
export const PRESENCE = "presence";
export const PUBLISHES = "publishes";

export const READER = "schedule-reader";
export const VIEWER = "schedule-viewer";
export const EDITOR = "schedule-editor";

/** The name contains the number of shards, so that maps of two layouts never mix. */
export const mapName = (kind: ItemKind, shard: number, shards: number): string =>
  `${kind}s-${shard}-of-${shards}`;
export const historyName = (shard: number): string => `history-${shard}-of-${HISTORY_SHARDS}`;
export const changesName = (index: number): string => `changes-${index}`;

/** 32-bit FNV-1a over the key's UTF-16 code units: the same result in every engine. Keys are ASCII. */
export function shardOf(key: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) {
    hash ^= key.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % shards;
}

/** The map that holds an item. */
export const mapOf = (kind: ItemKind, id: string, shards: number): string =>
  mapName(kind, shardOf(id, shards), shards);
/** The map that holds an item's history. */
export const historyMapOf = (id: string): string => historyName(shardOf(id, HISTORY_SHARDS));
/** The key range of an item's batches. It is in the item's history map, because 8 divides 32. */
export const batchGroupOf = (id: string): number => shardOf(id, BATCH_GROUPS);

/** Keys that every Sync library accepts unencoded (the Node library does not encode them). */
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/;
export const isKey = (key: string): boolean => KEY.test(key) && !key.includes("..");

const SLUG_LENGTH = 40;

/**
 * Creates the key of a new item: a readable slug of its name and a random suffix.
 * @param random six or more characters of `[a-z0-9]`, from the caller
 */
export function keyFor(name: string, random: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, SLUG_LENGTH)
    .replace(/-+$/, "");
  return `${slug === "" ? "item" : slug}-${random}`;
}

/** Author of a change: the Flex identity, and the name to show. */
export interface Actor {
  readonly identity: string;
  readonly name?: string;
}

/** A change in the journal and the change feeds: `s:` or `r:` and the item's key. */
export type ItemRef = `${"s" | "r"}:${string}`;
export const itemRef = (kind: ItemKind, id: string): ItemRef => `${kind === "schedule" ? "s" : "r"}:${id}`;
export function parseItemRef(ref: string): { kind: ItemKind; id: string } | null {
  const id = ref.slice(2);
  if (ref.startsWith("s:")) return { kind: "schedule", id };
  if (ref.startsWith("r:")) return { kind: "rule", id };
  return null;
}
export const isItemRef = (text: string): text is ItemRef => parseItemRef(text) !== null;

/** Identifies a publish's content, to detect reuse of its id for another one. */
export interface PublishClaim {
  /** Digest of the content and the person. */
  readonly digest: string;
  readonly right: "toggle" | "edit";
}

/**
 * The right to publish, held for a time. `checking`: no item is written yet, at most the intent. `applying`: this
 * publisher or the next one finishes it. `applying-batches`: likewise, with the history in batches. The previous version
 * can't read these, and takes a head in this phase for invalid instead of finishing half of the publish.
 */
export interface PublishLease {
  readonly id: string;
  readonly by: Actor;
  /** ISO 8601, the function's clock; for display only. Expiry uses Sync's own dates. */
  readonly since: string;
  readonly phase: "checking" | "applying" | "applying-batches";
  /** The generation of the catalogue after this publish. */
  readonly generation: number;
  readonly claim?: PublishClaim;
  /** The person's note, for the history. */
  readonly note?: string;
}

/** The document `head`. */
export interface CatalogueHead {
  /** Counts finished publishes. */
  readonly generation: number;
  readonly shards: number;
  readonly publish: PublishLease | null;
  /** ISO 8601: when `shards` last changed; absent since the first set-up. */
  readonly layoutSince?: string;
  /** The latest finished publishes, newest first, so that a repeated request receives its recorded result. */
  readonly recent: readonly FinishedPublish[];
}

export interface FinishedPublish {
  readonly id: string;
  readonly generation: number;
  readonly by: Actor;
  readonly at: string;
  /** Items edited in the console meanwhile and therefore not written. */
  readonly skipped?: readonly ItemRef[];
  readonly claim?: PublishClaim;
}

/**
 * The document `layout`, which every browser follows. Written at commit, so that agents see finished publishes
 * only.
 */
export interface CatalogueLayout {
  /** Counts finished publishes. */
  readonly generation: number;
  readonly shards: number;
}

/**
 * The documents `changes-…`, which functions poll. Newest first; a reader that missed more entries re-reads
 * everything.
 */
export interface ChangeFeed {
  readonly generation: number;
  readonly recent: readonly { readonly generation: number; readonly items: readonly ItemRef[] }[];
}

/** Items of `history-…-of-8`, sharded by the item's id; key `historyKey`. `value` null: the item was deleted. */
export interface HistoryData {
  readonly publish: string;
  readonly generation: number;
  readonly by: Actor;
  readonly at: string;
  readonly kind: ItemKind;
  readonly id: string;
  /** The person's note on the publish. */
  readonly note?: string;
  /** The revision that was edited; null: the item was new. */
  readonly baseRevision: string | null;
  readonly value: StoredItem | null;
}
/** What a history entry says of its item. */
export type HistoryChange = Pick<HistoryData, "kind" | "id" | "baseRevision" | "value">;

/** Items of the history maps with several changes of one publish, all of one batch group; key `batchKey`. */
export interface HistoryBatch {
  readonly publish: string;
  readonly generation: number;
  readonly by: Actor;
  readonly at: string;
  /** The person's note on the publish. */
  readonly note?: string;
  readonly part: number;
  /** The number of this publish's batches in the group. */
  readonly parts: number;
  readonly changes: readonly HistoryChange[];
}

const GENERATION_DIGITS = 10;
export const generationKey = (generation: number): string =>
  String(generation).padStart(GENERATION_DIGITS, "0");
/**
 * Sorts by generation for each item. The key contains the kind, because a rule and a schedule may share an id,
 * and the publish, because entries of an abandoned publish must not block the next.
 */
export const historyKey = (ref: ItemRef, generation: number, publish: string): string =>
  `${ref}:${generationKey(generation)}:${publish}`;

export const batchMapOf = (group: number): string => historyName(group % HISTORY_SHARDS);
/** Prefix of the keys of a batch group, before the generation. */
export const batchPrefix = (group: number): string => `b:${String(group).padStart(2, "0")}:`;
export const batchKey = (group: number, generation: number, publish: string, part: number): string =>
  `${batchPrefix(group)}${generationKey(generation)}:${publish}:${part}`;

/** Items of `publishes`, the journal, sorted by generation; key `publishKey`. A long publish has several parts. */
export interface PublishData {
  readonly publish: string;
  readonly generation: number;
  readonly by: Actor;
  readonly at: string;
  /** The person's note on the publish. */
  readonly note?: string;
  readonly part: number;
  readonly parts: number;
  readonly items: readonly ItemRef[];
  /** The history of this publish is in batches. */
  readonly batched?: true;
}
export const publishKey = (generation: number, publish: string, part: number): string =>
  `${generationKey(generation)}:${publish}:${part}`;

/** Items of `presence`: the edit lock of an item; the key is its `ItemRef`. */
export interface PresenceData {
  /** Created by the editor's page. A heartbeat that finds another id stops. Empty: the lock was released. */
  readonly lockId: string;
  readonly by: Actor;
  /** ISO 8601, Sync's clock as estimated by the page: when editing began. For display only. */
  readonly since: string;
  /** Counts heartbeats. Liveness uses the item's own date in Sync. */
  readonly beat: number;
}
