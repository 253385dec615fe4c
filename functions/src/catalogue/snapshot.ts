import { isRecord } from "@schedule-manager/shared/collections/record";
import * as v from "valibot";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { Catalogue } from "./catalogue";
import { itemFrom } from "./items";
import type { CatalogueItem } from "./items";

/** The private asset packed by the deploy: `assets/catalogue.private.json`. */
export const SNAPSHOT_ASSET = "/catalogue.json";

export interface PackedCatalogue {
  readonly catalogue: Catalogue;
  /** ms since the epoch; NaN when unknown. */
  readonly takenAt: number;
}

// The library's record type drops ids such as `constructor`.
const items = v.custom<Readonly<Record<string, unknown>>>(isRecord);
/** Content of the asset; `takenAt` is ISO 8601. */
const packed = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    generation: v.fallback(v.number(), 0),
    takenAt: v.fallback(v.string(), ""),
    schedules: items,
    rules: items,
  }),
);

/** The packed catalogue; null when absent or invalid. */
export function parseSnapshot(text: string | null): PackedCatalogue | null {
  const result = v.safeParse(packed, text);
  if (!result.success) return null;
  const { generation, takenAt, schedules, rules } = result.output;
  const itemsOf = (kind: ItemKind, values: Readonly<Record<string, unknown>>) =>
    Object.entries(values).map(
      ([id, value]) => [itemRef(kind, id), itemFrom(kind, id, "snapshot", value, () => undefined)] as const,
    );
  return {
    catalogue: new Catalogue(
      generation,
      1,
      new Map<ItemRef, CatalogueItem>([...itemsOf("schedule", schedules), ...itemsOf("rule", rules)]),
    ),
    takenAt: Date.parse(takenAt),
  };
}
