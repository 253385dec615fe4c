import { formatMinute } from "@schedule-manager/shared/i18n/format-date";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import type { Catalogue } from "../catalogue/catalogue";
import type { CatalogueCache } from "../catalogue/catalogue-cache";
import { SNAPSHOT_ASSET, parseSnapshot } from "../catalogue/snapshot";
import type { PackedCatalogue } from "../catalogue/snapshot";
import { openAsset } from "../runtime/twilio-runtime";
import type { Settings } from "../settings";
import { syncClients } from "../sync/sync-clients";

/** The catalogue that answers, with its origin and age. */
export interface Source {
  readonly catalogue: Catalogue;
  readonly from: "sync" | "snapshot";
  /** When it was current, ms since the epoch; NaN: unknown. */
  readonly at: number;
  readonly stale: boolean;
}

let isCold = true;

/** Runs work that every cold start needs while its first read is in flight. */
function whileWaiting(): void {
  if (!isCold) return;
  isCold = false;
  zoneOf("UTC");
  // The first that Intl writes takes ten milliseconds and more.
  formatMinute("en-US", 0);
}

let packed: PackedCatalogue | null | undefined;

/** The snapshot packed by the deploy, read on first use. */
export const snapshot = (): PackedCatalogue | null => (packed ??= parseSnapshot(openAsset(SNAPSHOT_ASSET)));

/** The best available catalogue: current from Sync, cached, or packed; null: none. */
export async function sourceFrom(cache: CatalogueCache, settings: Settings): Promise<Source | null> {
  const cached = await cache.current(settings, syncClients(settings, whileWaiting), (ref) =>
    snapshot()?.catalogue.items.get(ref),
  );
  if (cached !== null) return { ...cached, from: "sync" };
  const fallback = snapshot();
  return fallback === null
    ? null
    : { catalogue: fallback.catalogue, from: "snapshot", at: fallback.takenAt, stale: true };
}
