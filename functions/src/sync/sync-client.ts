/**
 * The port to Sync. `HttpSyncClient` implements it over HTTPS, unit tests in memory; test/contract/sync-client runs
 * one suite on both.
 *
 * Reads return null for missing objects. All other failures reject with a `SyncFailure`. Every write is
 * conditional: on a revision, or on the item's absence.
 */
export interface SyncEntry {
  readonly key: string;
  readonly revision: string;
  readonly data: unknown;
}

export interface SyncDocument {
  readonly revision: string;
  readonly data: unknown;
  /** Last write, ms since the epoch by Sync's clock, in whole seconds. */
  readonly updatedAt: number;
  /** Time of the read, ms since the epoch by Sync's clock, in whole seconds. */
  readonly readAt: number;
}

export interface SyncReader {
  readDocument(name: string): Promise<SyncDocument | null>;
  readItem(map: string, key: string): Promise<SyncEntry | null>;
  /** All items of a map, ordered by key. Rejects with `missing` when the map does not exist. */
  listItems(map: string): Promise<readonly SyncEntry[]>;
}

export interface SyncClient extends SyncReader {
  /**
   * @param revision as read; rejects with `moved` when it is out of date
   */
  updateDocument(name: string, data: object, revision: string): Promise<SyncDocument>;
  /** Rejects with `exists` when the item exists. */
  createItem(map: string, key: string, data: object): Promise<SyncEntry>;
  updateItem(map: string, key: string, data: object, revision: string): Promise<SyncEntry>;
  /** Rejects with `missing` when the item does not exist. */
  removeItem(map: string, key: string, revision: string): Promise<void>;
}
