import type { SyncReader } from "../sync/sync-client";
import type { Catalogue } from "./catalogue";
import type { Earlier } from "./items";

export interface LoadOptions {
  readonly reader: SyncReader;
  readonly concurrency: number;
  /** Index of the change feed that this instance polls. */
  readonly feed: number;
  /** Replacement for an invalid item without a cached version: the snapshot's. */
  readonly fallback: Earlier;
  /** ms since the epoch */
  readonly clock: () => number;
}

/** The cached version, otherwise the packed one. */
export const earlierOf =
  (cached: Catalogue | null, fallback: Earlier): Earlier =>
  (ref) =>
    cached?.items.get(ref) ?? fallback(ref);
