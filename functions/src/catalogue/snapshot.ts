import type { StoredItem } from "@schedule-manager/shared/sync-layout";
import { itemRef } from "@schedule-manager/shared/sync-layout";
import type { ItemRef } from "@schedule-manager/shared/sync-layout";
import { Catalogue } from "./catalogue";
import { itemFrom } from "./items";
import type { CatalogueItem } from "./items";

/** The private asset that a deploy packs: `assets/catalogue.private.json`. */
export const SNAPSHOT_ASSET = "/catalogue.json";

/** What the asset holds. */
export interface Snapshot {
  readonly generation: number;
  /** ISO 8601, when it was read. */
  readonly takenAt: string;
  readonly schedules: Readonly<Record<string, StoredItem>>;
  readonly rules: Readonly<Record<string, StoredItem>>;
}

export interface PackedCatalogue {
  readonly catalogue: Catalogue;
  /** ms since the epoch; NaN when it does not say. */
  readonly takenAt: number;
}

/** The packed catalogue, or null where there is none or it makes no sense. */
export function parseSnapshot(text: string | null): PackedCatalogue | null {
  if (text === null) return null;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof data !== "object" || data === null) return null;
  const { generation, takenAt, schedules, rules } = data as Readonly<Record<string, unknown>>;
  if (typeof schedules !== "object" || schedules === null || typeof rules !== "object" || rules === null)
    return null;
  const items = new Map<ItemRef, CatalogueItem>();
  for (const [kind, values] of [
    ["schedule", schedules],
    ["rule", rules],
  ] as const) {
    for (const [id, value] of Object.entries(values)) {
      items.set(
        itemRef(kind, id),
        itemFrom(kind, id, "snapshot", value, () => undefined),
      );
    }
  }
  const number = typeof generation === "number" ? generation : 0;
  return {
    catalogue: new Catalogue(number, 1, items),
    takenAt: typeof takenAt === "string" ? Date.parse(takenAt) : NaN,
  };
}
