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
  /** Nothing more comes. */
  lost(why: Lost): void;
}

export interface DocumentListener {
  changed(document: { readonly data: unknown; readonly revision: string }): void;
  lost(why: Lost): void;
}

export interface Watch {
  close(): void;
}

/** `denied`: a new token is needed. `unsupported`: Twilio takes this client no more. */
export type ClientState = "connecting" | "connected" | "disconnected" | "denied" | "unsupported";

export interface ClientListener {
  state(state: ClientState): void;
  /** A few minutes before the token ends: time for a new one. */
  tokenEnding(): void;
  tokenEnded(): void;
}

/** One Sync client and its socket. */
export interface SyncConnection {
  /** Rejects with `SyncProblem` when the map cannot be opened. */
  watchMap(name: string, listener: MapListener): Promise<Watch>;
  watchDocument(name: string, listener: DocumentListener): Promise<Watch>;
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
