import type { SyncReader } from "../sync/sync-port";
import type { Catalogue } from "./catalogue";
import type { Earlier } from "./items";

export interface LoadOptions {
  readonly reader: SyncReader;
  readonly concurrency: number;
  /** Which of the change feeds this instance polls. */
  readonly feed: number;
  /** What an item that can't be read is taken for when no version of it is held: the snapshot's. */
  readonly fallback: Earlier;
  /** ms since the epoch */
  readonly clock: () => number;
}

/** The version that is held, else the one that was packed. */
export const earlierOf =
  (held: Catalogue | null, fallback: Earlier): Earlier =>
  (ref) =>
    held?.items.get(ref) ?? fallback(ref);
