/** The messages between the processes of the scale bench. Times are ms since the epoch, on one machine. */
import type { Counters } from "../../stand-in/sync/limits";

export type ToSync =
  { readonly type: "state" | "reset" | "drop" } | { readonly type: "publish"; readonly number: number };

export type SyncReport =
  | { readonly type: "ready"; readonly url: string; readonly twilsockUrl: string }
  /** `sent`: when all subscribers' sockets had been given the event. */
  | { readonly type: "published"; readonly at: number; readonly sent: number }
  | { readonly type: "dropped"; readonly dropped: number }
  | {
      readonly type: "state";
      readonly counters: Readonly<Record<string, Counters>>;
      readonly connections: number;
      readonly cpuMs: number;
      readonly memoryMb: number;
    };

export interface PublisherSettings {
  /** The folder of the built functions. */
  readonly folder: string;
  readonly twilioUrl: string;
}

export interface ToPublisher {
  readonly type: "publish";
  readonly closed: boolean;
}

/** `at`: the time of the function's call; `sent`: the time of its answer. */
export type PublisherReport =
  { readonly type: "ready" } | { readonly type: "published"; readonly at: number; readonly sent: number };

export interface BrowserSettings {
  readonly twilsockUrl: string;
  readonly functions: string;
  readonly agents: number;
}

/** `screen`: sent when the badge's text differs from the last one. */
export type ToBrowser = { readonly type: "login" | "reload" | "screen" | "state" };

export type BrowserReport =
  | { readonly type: "ready" }
  /** ms from opening the dialog to a status. `heapMb`: what the page takes. */
  | { readonly type: "status"; readonly ms: number; readonly heapMb: number }
  /** ms until there was a status, and until it was live again. */
  | { readonly type: "reloaded"; readonly shown: number; readonly live: number }
  /**
   * `heard`: the time at which the SDK delivered the change; `at`: the time at which the text changed. null: it
   * stayed.
   */
  | { readonly type: "screen"; readonly change: ScreenChange | null }
  | { readonly type: "state"; readonly isLive: boolean; readonly errors: number; readonly cpuMs: number };

export interface ScreenChange {
  readonly receivedAt: number;
  readonly at: number;
}
