/** The data of Sync, without I/O. Times are ms since the epoch. */
import type { Journal } from "./journal";
import type { ItemIndex } from "./item-index";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export type ObjectKind = "document" | "map" | "stream";

export interface Permission {
  readonly read: boolean;
  readonly write: boolean;
  readonly manage: boolean;
}

/** The caller: an identity from an access token, or a backend with the account's keys, which has every permission. */
export type Caller = { readonly type: "backend" } | { readonly type: "identity"; readonly identity: string };
export const BACKEND: Caller = { type: "backend" };

export interface ServiceSettings {
  friendlyName: string | null;
  webhookUrl: string | null;
  webhooksFromRestEnabled: boolean;
  reachabilityWebhooksEnabled: boolean;
  reachabilityDebouncingEnabled: boolean;
  reachabilityDebouncingWindow: number;
  aclEnabled: boolean;
}

export interface Service {
  readonly sid: string;
  readonly uniqueName: string | null;
  readonly settings: ServiceSettings;
  readonly dateCreated: number;
  dateUpdated: number;
}

interface Common {
  readonly sid: string;
  readonly serviceSid: string;
  readonly uniqueName: string | null;
  revision: number;
  /** The id of this object's last event; a subscriber sends it to receive the events after it. */
  lastEventId: number;
  readonly dateCreated: number;
  dateUpdated: number;
  dateExpires: number | null;
  readonly createdBy: string;
  readonly permissions: Map<string, Permission>;
  readonly journal: Journal;
}

export interface SyncDocument extends Common {
  readonly kind: "document";
  data: JsonObject;
}
export interface SyncMap extends Common {
  readonly kind: "map";
  readonly items: ItemIndex;
}
export interface SyncStream extends Common {
  readonly kind: "stream";
}
export type SyncObject = SyncDocument | SyncMap | SyncStream;

/** Replaced completely at every change. */
export interface MapItem {
  readonly key: string;
  readonly revision: number;
  readonly lastEventId: number;
  readonly data: JsonObject;
  readonly dateCreated: number;
  readonly dateUpdated: number;
  readonly dateExpires: number | null;
  readonly createdBy: string;
}

export type EventType =
  | "document_updated"
  | "document_removed"
  | "map_item_added"
  | "map_item_updated"
  | "map_item_removed"
  | "map_removed"
  | "stream_message_published"
  | "stream_removed";

/** One event for subscribers; `body` is the encoded event, built once for all of them. */
export interface SyncEvent {
  readonly type: EventType;
  readonly objectSid: string;
  readonly kind: ObjectKind;
  /** null: an event of a stream, which is not replayed. */
  readonly id: number | null;
  /** The item's key; null for the object itself. */
  readonly key: string | null;
  readonly body: JsonObject;
}
