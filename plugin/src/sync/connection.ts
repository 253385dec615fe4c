/**
 * What the plugin needs of Twilio Sync: the port between our code and the SDK. `twilio-sync.ts` is the one that
 * ships; tests run the same contract against it and against a Sync in memory.
 */

/** A map's item. `data` can have been edited in the console: whoever uses it parses it. */
export interface SyncItem {
  readonly key: string;
  readonly data: unknown;
  readonly revision: string;
  /** ms since the epoch, Sync's clock. */
  readonly updated: number;
}

/** Why a watch ended: the HTTP status that Sync gave (404: the object is gone). */
export interface Lost {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** Told `reset` once, and from then on every change in the order in which Sync made them. */
export interface MapListener {
  reset(items: readonly SyncItem[]): void;
  changed(item: SyncItem): void;
  removed(key: string): void;
  /** Every page was read and every event up to now was told. Told again after each reconnection. */
  caughtUp(): void;
  /** Nothing more comes. */
  lost(why: Lost): void;
}

interface DocumentListener {
  changed(document: { readonly data: unknown; readonly revision: string }): void;
  lost(why: Lost): void;
}

export interface Watch {
  close(): void;
}

/** Which items of a map are listed: by key, in the order of code units. */
export interface ItemRange {
  /** The first key that belongs to it, whether or not there is such an item; absent: from the very first on. */
  readonly from?: string;
  /** The last key that belongs to it. */
  readonly to?: string;
  /** `desc`: from the greatest key on; `from` is then the greatest. Default: `asc`. */
  readonly order?: "asc" | "desc";
  /** 1 to 100, which is the default. */
  readonly pageSize?: number;
}

export interface ItemPage {
  readonly items: readonly SyncItem[];
  /** Whether the range goes on behind the last of them. */
  readonly more: boolean;
}

/** `denied`: a new token is needed. `unsupported`: Twilio takes this client no more. */
export type ClientState = "connecting" | "connected" | "disconnected" | "denied" | "unsupported";

export interface ClientListener {
  state(state: ClientState): void;
  /** A few minutes before the token ends: time for a new one. */
  tokenEnding(): void;
  tokenEnded(): void;
}

/**
 * What an item shall hold.
 * @param data what it holds; undefined: there is none, or nothing in it
 * @returns null leaves it as it is
 */
export type ItemChange = (data: unknown) => object | null;

/** One Sync client and its socket. */
export interface SyncConnection {
  /** Resolves once every item was told. Rejects with `SyncProblem` when the map cannot be opened or read. */
  watchMap(name: string, listener: MapListener): Promise<Watch>;
  watchDocument(name: string, listener: DocumentListener): Promise<Watch>;
  /**
   * A page of a map that is not watched; costs two reads. Rejects with `SyncProblem`.
   */
  listItems(name: string, range: ItemRange): Promise<ItemPage>;
  /**
   * Changes an item of a map only on top of what `change` was given: it is asked again when somebody was faster.
   * Rejects with `SyncProblem`. While the socket is lost it waits.
   * @param ttl seconds after which Sync removes the item, from the change on
   * @returns the item as it was written; null: it was left
   */
  changeItem(map: string, key: string, ttl: number, change: ItemChange): Promise<SyncItem | null>;
  updateToken(token: string): Promise<void>;
  close(): void;
}

export type Connect = (token: string, listener: ClientListener) => SyncConnection;

/** A failed call to Sync. `status` 0: no answer came. */
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
