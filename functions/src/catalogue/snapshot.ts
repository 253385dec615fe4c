import * as v from "valibot";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { Catalogue } from "./catalogue";
import { itemFrom } from "./items";
import type { CatalogueItem } from "./items";

/** The private asset that a deploy packs: `assets/catalogue.private.json`. */
export const SNAPSHOT_ASSET = "/catalogue.json";

export interface PackedCatalogue {
  readonly catalogue: Catalogue;
  /** ms since the epoch; NaN when it does not say. */
  readonly takenAt: number;
}

// No record: that of the library leaves ids such as `constructor` out.
const items = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);
/** The asset's content; `takenAt` is ISO 8601. */
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

/** The packed catalogue, or null where there is none or it makes no sense. */
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
