import { parseSharedReader } from "@schedule-manager/shared/layout-schema";
import type { ItemKind } from "@schedule-manager/shared/model";
import { type ItemRef, itemRef, type SharedReader } from "@schedule-manager/shared/sync-layout";
import type { Position } from "../sync/connection";
import type { KeptCatalogue, LiveAny, LiveRule, LiveSchedule } from "../state/live";
import type { Stand } from "../state/live-effect";
import { liveItem } from "../state/parse-item";
import { stored } from "../state/stored";

/** Counted up when what is kept changes its shape: what an older version kept is not used. */
export const KEPT_VERSION = 1;
/** ms: older schedules say too little about today. */
export const KEEP_FOR = 7 * 24 * 3_600_000;

/** An item as it is kept. */
export interface KeptItem {
  readonly ref: ItemRef;
  readonly kind: ItemKind;
  readonly id: string;
  readonly map: string;
  readonly revision: string;
  readonly updated: number;
  readonly data: unknown;
}

/** How far the kept items had come, and a reader's token to go on with. */
export interface KeptPlace {
  readonly version: number;
  /** ms since the epoch, the server's clock: when the items were last known to be what Sync held. */
  readonly asOf: number;
  readonly maps: readonly string[];
  readonly stand: Stand;
  readonly reader: SharedReader | null;
  /** ms that this computer's clock was behind the server's; null: not known. */
  readonly offset: number | null;
}

export interface Kept {
  readonly catalogue: KeptCatalogue;
  readonly stand: Stand;
  readonly reader: SharedReader | null;
  readonly offset: number | null;
}

/** Where a browser keeps them. Neither call ever rejects: keeping is a convenience. */
export interface KeptStore {
  /** As it was saved, unchecked; null: nothing. */
  load(): Promise<{ readonly items: readonly unknown[]; readonly place: unknown } | null>;
  /** All of it, or nothing. @returns whether it was done */
  save(change: {
    readonly put: readonly KeptItem[];
    /** Done first. `all`: what an earlier page kept goes. */
    readonly drop: readonly ItemRef[] | "all";
    readonly place: KeptPlace;
  }): Promise<boolean>;
}

export const keptItem = (kind: ItemKind, item: LiveSchedule | LiveRule): KeptItem => ({
  ref: itemRef(kind, item.id),
  kind,
  id: item.id,
  map: item.map,
  revision: item.revision,
  updated: item.updated,
  data: item.value === null ? null : stored(item.value),
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function positionFrom(value: unknown): Position | null {
  if (!isRecord(value)) return null;
  const { sid, url, links, revision, lastEventId, updated } = value;
  const ok =
    typeof sid === "string" &&
    typeof url === "string" &&
    isRecord(links) &&
    typeof revision === "string" &&
    typeof lastEventId === "number" &&
    typeof updated === "number";
  return ok ? (value as unknown as Position) : null;
}

function standFrom(value: unknown): Stand | null {
  if (!isRecord(value) || typeof value["shards"] !== "number" || !isRecord(value["maps"])) return null;
  const maps = Object.entries(value["maps"]).flatMap(([map, position]) => {
    const one = positionFrom(position);
    return one === null ? [] : [[map, one] as const];
  });
  const lock = positionFrom(value["lock"]);
  return {
    shards: value["shards"],
    maps: Object.fromEntries(maps),
    lock: lock !== null && "data" in lock ? lock : null,
  };
}

function itemFrom(value: unknown): LiveAny | null {
  if (!isRecord(value)) return null;
  const { kind, id, map, revision, updated, data } = value;
  if (kind !== "schedule" && kind !== "rule") return null;
  if (typeof id !== "string" || typeof map !== "string") return null;
  if (typeof revision !== "string" || typeof updated !== "number") return null;
  return liveItem(kind, map, { key: id, revision, updated, data });
}

/**
 * What was kept, checked like everything that comes from outside.
 * @param now ms since the epoch
 * @returns null: nothing, or nothing of use
 */
export function keptFrom(loaded: Awaited<ReturnType<KeptStore["load"]>>, now: number): Kept | null {
  const place = loaded?.place;
  if (loaded === null || !isRecord(place) || place["version"] !== KEPT_VERSION) return null;
  const { asOf, maps } = place;
  const stand = standFrom(place["stand"]);
  if (typeof asOf !== "number" || now - asOf > KEEP_FOR || stand === null) return null;
  if (!Array.isArray(maps) || maps.length === 0 || !maps.every((map) => typeof map === "string")) return null;
  const items = loaded.items.map(itemFrom);
  // One that is missing would be missed for good: then better nothing.
  if (items.includes(null)) return null;
  const schedules: LiveSchedule[] = [];
  const rules: LiveRule[] = [];
  for (const item of items) {
    if (item?.kind === "schedule") {
      const { kind: _, ...rest } = item;
      schedules.push(rest);
    } else if (item !== null) {
      const { kind: _, ...rest } = item;
      rules.push(rest);
    }
  }
  return {
    // A clock that was set back must not make it of the future.
    catalogue: { schedules, rules, maps, asOf: Math.min(asOf, now) },
    stand,
    reader: parseSharedReader(place["reader"]),
    offset: typeof place["offset"] === "number" ? place["offset"] : null,
  };
}
