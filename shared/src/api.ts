/** What the functions take and answer. Every answer to a browser carries `now`, the server's clock (ms since the epoch). */
import type { ErrorCode } from "./error-codes";
import type { ItemKind, Rule, Schedule, Status } from "./model";
import type { ItemRef, StoredItem } from "./sync-layout";

/** What a person may do, from the roles in the Flex token. `toggle`: only open and close manually. */
export type Right = "read" | "toggle" | "edit";

export interface Failure {
  readonly error: {
    readonly code: ErrorCode;
    /** Says what to do. English; the plugin shows its own words for the code. */
    readonly message: string;
    readonly details?: unknown;
  };
  readonly now: number;
}

/** `POST sync-token` with `Token`. */
export interface SyncTokenAnswer {
  readonly token: string;
  readonly serviceSid: string;
  /** Seconds that the token lives. */
  readonly ttl: number;
  readonly shards: number;
  readonly right: Right;
  /** The Flex identity as the token says it. */
  readonly identity: string;
  readonly now: number;
}

/** `POST admin/list` with `Token`: shaped as Twilio's, with each item's revision added. */
export interface ListAnswer {
  readonly data: {
    readonly rules: readonly (Rule & { readonly revision: string })[];
    readonly schedules: readonly (Schedule & { readonly revision: string; readonly status: Status })[];
  };
  /** The generation, as text. */
  readonly version: string;
  /** No publish is in flight. */
  readonly versionIsDeployed: boolean;
  readonly now: number;
}

export interface PublishChange {
  readonly kind: ItemKind;
  readonly id: string;
  /** What was edited; null: the item is new. */
  readonly base: { readonly revision: string; readonly value: StoredItem } | null;
  /** What it shall be; null: delete it. */
  readonly value: StoredItem | null;
}

/** `POST admin/publish` with `Token` and `publish` (this, as JSON). */
export interface PublishRequest {
  /** Made by the client, `[A-Za-z0-9_-]{8,64}`: a repeat is told the recorded result. */
  readonly id: string;
  /** When given, nothing at all may have been published since. */
  readonly version?: string;
  readonly changes: readonly PublishChange[];
}

export interface CurrentItem {
  readonly kind: ItemKind;
  readonly id: string;
  /** null: there is none (any more). */
  readonly revision: string | null;
  readonly value: StoredItem | null;
}

export interface PublishAnswer {
  readonly id: string;
  readonly version: string;
  /** The published items as they are now. */
  readonly items: readonly CurrentItem[];
  /** Edited in the console meanwhile, and so left alone. */
  readonly skipped: readonly ItemRef[];
  readonly now: number;
}

/** 409: the items that moved, as they are now. */
export interface ConflictFailure extends Failure {
  readonly items: readonly CurrentItem[];
  readonly version: string;
}

/** 400: what is wrong with which item. */
export interface RefusedFailure extends Failure {
  readonly problems: readonly {
    readonly kind: ItemKind;
    readonly id: string;
    readonly code: ErrorCode;
    readonly message: string;
  }[];
}

/** `check-schedule` with `name` and optionally `simulate`. `error` only with a status other than decided. */
export interface CheckAnswer extends Status {
  readonly error?: string;
}
