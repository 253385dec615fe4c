/**
 * Requests and answers of the functions. Every answer to a browser carries `now`, the server's clock (ms since
 * the epoch).
 */
import type { ErrorCode } from "./error-codes";
import type { ItemKind, Rule, Schedule, Status, StoredItem } from "../model/model";
import type { ItemRef } from "../sync/layout";

/** Permissions of a person, from the roles in the Flex token. `toggle` allows only manual closing and reopening. */
export const RIGHTS = ["read", "view", "toggle", "edit"] as const;
export type Right = (typeof RIGHTS)[number];

export interface Failure {
  readonly error: {
    readonly code: ErrorCode;
    /** English, says how to fix the error. The plugin shows its own translated message for the code. */
    readonly message: string;
    readonly details?: unknown;
  };
  readonly now: number;
}

/** `POST sync-token` with `Token`. */
export interface SyncTokenAnswer {
  readonly token: string;
  readonly serviceSid: string;
  /** Lifetime of the token in seconds. */
  readonly ttl: number;
  readonly shards: number;
  readonly right: Right;
  /** The Flex identity in the token. */
  readonly identity: string;
  readonly now: number;
}

/** `POST admin/list` with `Token`: the shape of Twilio's endpoint, plus each item's revision. */
export interface ListAnswer {
  readonly data: {
    readonly rules: readonly (Rule & { readonly revision: string })[];
    readonly schedules: readonly (Schedule & { readonly revision: string; readonly status: Status })[];
  };
  /** The number of Sync Maps for each kind of item, for the pace of publishes. */
  readonly shards: number;
  /** The generation, as text. */
  readonly version: string;
  /** True when no publish is in flight. */
  readonly versionIsDeployed: boolean;
  readonly now: number;
}

export interface PublishChange {
  readonly kind: ItemKind;
  readonly id: string;
  /** The value that was edited; null for a new item. */
  readonly base: { readonly revision: string; readonly value: StoredItem } | null;
  /** The new value; null deletes the item. */
  readonly value: StoredItem | null;
}

/** `POST admin/publish` with `Token` and `publish` (this, as JSON). */
export interface PublishRequest {
  /** Created by the client, `[A-Za-z0-9_-]{8,64}`. A repeated id returns the recorded result. */
  readonly id: string;
  /** The expected generation. If another publish has finished since, the request is refused. */
  readonly version?: string;
  /** Why, for the history; at most `MAX_NOTE_LENGTH` characters. */
  readonly note?: string;
  readonly changes: readonly PublishChange[];
}

export interface CurrentItem {
  readonly kind: ItemKind;
  readonly id: string;
  /** null: the item does not exist (any more). */
  readonly revision: string | null;
  readonly value: StoredItem | null;
}

export interface PublishAnswer {
  readonly id: string;
  readonly version: string;
  /** The published items with their new revisions. */
  readonly items: readonly CurrentItem[];
  /** Items that were edited in the console meanwhile and therefore not written. */
  readonly skipped: readonly ItemRef[];
  readonly now: number;
}

/** Details of a 409: the items that changed, with their current values. */
export interface ConflictDetails {
  readonly items: readonly CurrentItem[];
  readonly version: string;
}

/** Details of a 400: each refused item with its problem. */
export interface RefusedDetails {
  readonly problems: readonly {
    readonly kind: ItemKind;
    readonly id: string;
    readonly code: ErrorCode;
    readonly message: string;
  }[];
}

/** `POST admin/release-locks` with `Token` and `locks` (this, as JSON). */
export interface ReleaseLocksRequest {
  /** The page that ends, as in its locks. */
  readonly lockId: string;
  /** The items that it may have locked; at most `MAX_RELEASED`. */
  readonly items: readonly ItemRef[];
}
export const MAX_RELEASED = 32;

export interface ReleaseLocksAnswer {
  /** The items whose lock was the page's and is free now. */
  readonly released: readonly ItemRef[];
  readonly now: number;
}

/** `check-schedule` with `name` and optionally `simulate`. `error` is set only when no decision was possible. */
export interface CheckAnswer extends Status {
  readonly error?: string;
}

/** Consecutive days on which a schedule differs from its ordinary week in the same way. */
export interface UpcomingClosureAnswer {
  /** `YYYY-MM-DD`, first and last day; `to` null: no end within 400 days. */
  readonly from: string;
  readonly to: string | null;
  /** Openings that begin on each of the days, `HH:mm`; a `to` not after `from` is on the next day. Empty: closed. */
  readonly opens: readonly { readonly from: string; readonly to: string }[];
  /** The reason of the closed part of the ordinary hours; `""`: no part of them is closed. */
  readonly closedReason: string;
  /** The rules that cause it; empty when ordinary rules exclude the days themselves. */
  readonly rules: readonly { readonly id: string; readonly name: string }[];
  /** For a voice prompt, in `locale`. */
  readonly sentence: string;
}

/** Fields that `details=true` adds to a decided answer. */
export interface CheckDetails {
  readonly schedule: string;
  readonly scheduleId: string;
  readonly timeZone: string;
  /** The evaluated instant, ISO 8601 with the zone's offset. */
  readonly localTime: string;
  /**
   * For a `simulate` without an offset: `skipped` when a clock change leaves that time out (`localTime` then
   * shows what the clock shows instead), `repeated` when the clock shows it twice (`localTime` is the first
   * one); otherwise null.
   */
  readonly wallClock: "skipped" | "repeated" | null;
  /** The version of the time zone data, such as `2026f`. */
  readonly tzdata: string;
  /** The topmost of the rules that decided; null for a manual close or when no rule matched. */
  readonly rule: { readonly id: string; readonly name: string } | null;
  /** The note of the manual close that decided; null: none. */
  readonly manualNote: string | null;
  /** null: none within 400 days. `at` is in UTC, `local` is the same instant in the zone. */
  readonly nextChange: (Status & { readonly at: string; readonly local: string }) | null;
  /** The evaluated instant itself while open; null: none within 400 days. */
  readonly nextOpen: { readonly at: string; readonly local: string } | null;
  /** Rounded up. */
  readonly minutesUntilChange: number | null;
  /** For a voice prompt, in `locale`. */
  readonly sentence: string;
  /** The next three, including one that has begun. */
  readonly upcomingClosures: readonly UpcomingClosureAnswer[];
  readonly catalogue: {
    /** The generation, as text. */
    readonly version: string;
    /** Seconds since Sync last confirmed this generation; null: unknown. */
    readonly ageSeconds: number | null;
    /** `snapshot`: the copy packed at deploy time. */
    readonly source: "sync" | "snapshot";
  };
  /** True when the answer may predate the last publish. */
  readonly stale: boolean;
}

/** `GET hours` with `name` and optionally `from` and `to`. */
export interface HoursAnswer {
  readonly schedule: string;
  readonly scheduleId: string;
  readonly timeZone: string;
  /** ISO 8601 with the zone's offset, as all times here; `to` is exclusive. */
  readonly from: string;
  readonly to: string;
  /** In order; cut at the ends of the range. */
  readonly openings: readonly { readonly from: string; readonly to: string }[];
  /** True when the answer may predate the last publish. */
  readonly stale: boolean;
}

/** `GET health`. */
export interface HealthAnswer {
  readonly ok: boolean;
  readonly version: string;
  readonly node: string;
  /** The version of the shipped time zone data. */
  readonly tzdata: string;
  /** The version of the runtime's own, used outside the years of the shipped data. */
  readonly runtimeTzdata: string | null;
  /** The catalogue in this instance's memory; null: it could not be read. */
  readonly catalogue: {
    readonly generation: number;
    readonly ageMs: number;
    readonly stale: boolean;
    readonly schedules: number;
    readonly rules: number;
    /** Items whose stored value is invalid, for example after an edit in the console. */
    readonly unreadable: number;
  } | null;
  readonly snapshot: { readonly generation: number; readonly takenAt: string | null } | null;
  readonly now: number;
}
