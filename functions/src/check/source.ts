import { loadZoneData } from "@schedule-manager/shared/time/zone-offset";
import type { Catalogue } from "../catalogue/catalogue";
import type { CatalogueCache } from "../catalogue/catalogue-cache";
import { SNAPSHOT_ASSET, parseSnapshot } from "../catalogue/snapshot";
import type { PackedCatalogue } from "../catalogue/snapshot";
import { openAsset } from "../runtime/twilio-runtime";
import type { Settings } from "../settings";
import { syncClients } from "../sync/sync-clients";

/** The catalogue that answers, and how good it is. */
export interface Source {
  readonly catalogue: Catalogue;
  readonly from: "sync" | "snapshot";
  /** ms since the epoch of which it is; NaN: it does not say. */
  readonly at: number;
  readonly stale: boolean;
}

let isCold = true;

/** What a cold start has to do anyway is done while its first read is on the way. */
function whileWaiting(): void {
  if (!isCold) return;
  isCold = false;
  loadZoneData();
}

let packed: PackedCatalogue | null | undefined;

/** What the deploy packed, read when it is first needed. */
export const snapshot = (): PackedCatalogue | null => (packed ??= parseSnapshot(openAsset(SNAPSHOT_ASSET)));

/** The best there is: what Sync says, what it said, what was packed; null: nothing. */
export async function sourceFrom(holder: CatalogueCache, settings: Settings): Promise<Source | null> {
  const held = await holder.current(settings, syncClients(settings, whileWaiting), (ref) =>
    snapshot()?.catalogue.items.get(ref),
  );
  if (held !== null) return { ...held, from: "sync" };
  const fallback = snapshot();
  return fallback === null
    ? null
    : { catalogue: fallback.catalogue, from: "snapshot", at: fallback.takenAt, stale: true };
}
