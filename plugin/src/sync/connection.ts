/**
 * The port to Twilio Sync. `twilio-sync.ts` implements it with the SDK; tests run one contract suite against that and
 * against an in-memory implementation.
 */

/** An item of a map. `data` is unvalidated: it can be edited in the console. */
export interface SyncItem {
  readonly key: string;
  readonly data: unknown;
  readonly revision: string;
  /** ms since the epoch, Sync's clock. */
  readonly updated: number;
}

/** Why a watch ended: Sync's HTTP status (404: the object was deleted). */
export interface Lost {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** Receives `reset` once, then every change in Sync's order. */
export interface MapListener {
  reset(items: readonly SyncItem[]): void;
  changed(item: SyncItem): void;
  removed(key: string): void;
  /** Every page has been read and every event up to now delivered. Called again after each reconnection. */
  caughtUp(): void;
  /** The watch ended. */
  lost(why: Lost): void;
}

interface DocumentListener {
  changed(document: { readonly data: unknown; readonly revision: string }): void;
  lost(why: Lost): void;
}

export interface Watch {
  close(): void;
}

/** A range of a map's items by key, in code unit order. */
export interface ItemRange {
  /** The first key of the range, inclusive; absent: no bound. */
  readonly from?: string;
  /** The last key of the range, inclusive. */
  readonly to?: string;
  /** `desc` starts at the greatest key, and `from` is then the greatest. Default: `asc`. */
  readonly order?: "asc" | "desc";
  /** 1 to 100. Default: 100. */
  readonly pageSize?: number;
}

export interface ItemPage {
  readonly items: readonly SyncItem[];
  /** Whether the range has items after this page. */
  readonly more: boolean;
}

/** `denied`: a new token is needed. `unsupported`: Twilio no longer accepts this client version. */
export type ClientState = "connecting" | "connected" | "disconnected" | "denied" | "unsupported";

export interface ClientListener {
  state(state: ClientState): void;
  /** The token ends in a few minutes. */
  tokenEnding(): void;
  tokenEnded(): void;
}

/**
 * Computes an item's new data.
 * @param data the current data; undefined: the item does not exist or is empty
 * @returns null leaves the item unchanged
 */
export type ItemChange = (data: unknown) => object | null;

/** One Sync client and its socket. */
export interface SyncConnection {
  /**
   * Resolves when every item has been delivered. Rejects with `SyncProblem` when the map cannot be opened or read.
   */
  watchMap(name: string, listener: MapListener): Promise<Watch>;
  watchDocument(name: string, listener: DocumentListener): Promise<Watch>;
  /** Reads a page of a map without watching it, in two reads. Rejects with `SyncProblem`. */
  listItems(name: string, range: ItemRange): Promise<ItemPage>;
  /**
   * Changes an item with optimistic locking: after a concurrent write, `change` is called again with the new data.
   * Rejects with `SyncProblem`. Waits while the socket is lost.
   * @param ttl seconds after the change until Sync removes the item
   * @returns the written item; null: unchanged
   */
  changeItem(map: string, key: string, ttl: number, change: ItemChange): Promise<SyncItem | null>;
  updateToken(token: string): Promise<void>;
  close(): void;
}

export type Connect = (token: string, listener: ClientListener) => SyncConnection;

/** A failed call to Sync. `status` 0: no answer. */
export class SyncProblem extends Error {
  override readonly name = "SyncProblem";
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}
