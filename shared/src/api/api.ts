/** What the functions take and answer. Every answer to a browser carries `now`, the server's clock (ms since the epoch). */
import type { ErrorCode } from "./error-codes";
import type { ItemKind, Rule, Schedule, Status, StoredItem } from "../model/model";
import type { ItemRef } from "../sync/layout";

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

/** Beside the error of a 409: the items that moved, as they are now. */
export interface ConflictDetails {
  readonly items: readonly CurrentItem[];
  readonly version: string;
}

/** Beside the error of a 400: what is wrong with which item. */
export interface RefusedDetails {
  readonly problems: readonly {
    readonly kind: ItemKind;
    readonly id: string;
    readonly code: ErrorCode;
    readonly message: string;
  }[];
}

/** `check-schedule` with `name` and optionally `simulate`. `error` only when it could not be decided. */
export interface CheckAnswer extends Status {
  readonly error?: string;
}

/** What `details=true` adds to a decided answer. */
export interface CheckDetails {
  readonly schedule: string;
  readonly scheduleId: string;
  readonly timeZone: string;
  /** ISO 8601 with the zone's offset: the instant that was asked for. */
  readonly localTime: string;
  /**
   * Of a `simulate` without an offset: `skipped` where a change of the clock leaves that time out (`localTime` is then
   * what the clock shows instead), `repeated` where the clock shows it twice (`localTime` is the first); otherwise null.
   */
  readonly wallClock: "skipped" | "repeated" | null;
  /** The topmost rule of those that decided; null: a manual close, or no rule matched. */
  readonly rule: { readonly id: string; readonly name: string } | null;
  /** null: none within 400 days. `at` is UTC, `local` the same instant in the zone. */
  readonly nextChange: (Status & { readonly at: string; readonly local: string }) | null;
  /** The same instant as was asked for while it is open; null: not within 400 days. */
  readonly nextOpen: { readonly at: string; readonly local: string } | null;
  /** Rounded up. */
  readonly minutesUntilChange: number | null;
  /** To be said to a caller, in `locale`. */
  readonly sentence: string;
  readonly catalogue: {
    /** The generation, as text. */
    readonly version: string;
    /** Since Sync was last known to say so; null: it does not say. */
    readonly ageSeconds: number | null;
    /** `snapshot`: packed at the deploy. */
    readonly source: "sync" | "snapshot";
  };
  /** What answered may not be what was published last. */
  readonly stale: boolean;
}

/** `GET health`. */
export interface HealthAnswer {
  readonly ok: boolean;
  readonly version: string;
  readonly node: string;
  /** The version of the time zone data. */
  readonly tzdata: string | null;
  /** What this instance holds; null: it could not read anything. */
  readonly catalogue: {
    readonly generation: number;
    readonly ageMs: number;
    readonly stale: boolean;
    readonly schedules: number;
    readonly rules: number;
    /** Items that were spoilt in the console. */
    readonly unreadable: number;
  } | null;
  readonly snapshot: { readonly generation: number; readonly takenAt: string | null } | null;
  readonly now: number;
}
