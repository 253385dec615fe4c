/**
 * The port to Sync. `SyncClient` implements it over HTTPS, and unit tests in memory; test/contract/sync-caller runs one
 * suite on both.
 *
 * Reads answer null where there is nothing. Everything else that goes wrong rejects with a `SyncFailure`.
 * Every write is conditional: on a revision, or on the item not being there.
 */
export interface SyncEntry {
  readonly key: string;
  readonly revision: string;
  readonly data: unknown;
}

export interface SyncDocument {
  readonly revision: string;
  readonly data: unknown;
  /** ms since the epoch by Sync's clock, whole seconds: when it was last written. */
  readonly updatedAt: number;
  /** ms since the epoch by Sync's clock, whole seconds: when it was read. */
  readonly readAt: number;
}

export interface SyncReader {
  readDocument(name: string): Promise<SyncDocument | null>;
  readItem(map: string, key: string): Promise<SyncEntry | null>;
  /** All items of a map, in order of key. Rejects with `missing` when there is no such map. */
  listItems(map: string): Promise<readonly SyncEntry[]>;
}

export interface SyncPort extends SyncReader {
  /** @param revision as read: `moved` when it is another by now */
  updateDocument(name: string, data: object, revision: string): Promise<SyncDocument>;
  /** `exists` when there is one. */
  createItem(map: string, key: string, data: object): Promise<SyncEntry>;
  updateItem(map: string, key: string, data: object, revision: string): Promise<SyncEntry>;
  /** `missing` when there is none. */
  removeItem(map: string, key: string, revision: string): Promise<void>;
}
