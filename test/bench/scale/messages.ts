/** The messages between the processes of the scale bench. Times are ms since the epoch, on one machine. */
import type { Counters } from "../../stand-in/sync/limits";

export type ToSync =
  { readonly do: "state" | "reset" | "drop" } | { readonly do: "publish"; readonly number: number };

export type SyncReport =
  | { readonly is: "ready"; readonly url: string; readonly twilsockUrl: string }
  /** `sent`: when all subscribers' sockets had been given the event. */
  | { readonly is: "published"; readonly at: number; readonly sent: number }
  | { readonly is: "dropped"; readonly dropped: number }
  | {
      readonly is: "state";
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
  readonly do: "publish";
  readonly closed: boolean;
}

/** `at`: the time of the function's call; `sent`: the time of its answer. */
export type PublisherReport =
  { readonly is: "ready" } | { readonly is: "published"; readonly at: number; readonly sent: number };

export interface BrowserSettings {
  readonly twilsockUrl: string;
  readonly functions: string;
  readonly agents: number;
}

/** `screen`: sent when the badge's text differs from the last one. */
export type ToBrowser = { readonly do: "login" | "reload" | "screen" | "state" };

export type BrowserReport =
  | { readonly is: "ready" }
  /** ms from opening the dialog to a status. `heapMb`: what the page takes. */
  | { readonly is: "status"; readonly ms: number; readonly heapMb: number }
  /** ms until there was a status, and until it was live again. */
  | { readonly is: "reloaded"; readonly shown: number; readonly live: number }
  /**
   * `heard`: the time at which the SDK delivered the change; `at`: the time at which the text changed. null: it
   * stayed.
   */
  | { readonly is: "screen"; readonly change: ScreenChange | null }
  | { readonly is: "state"; readonly isLive: boolean; readonly errors: number; readonly cpuMs: number };

export interface ScreenChange {
  readonly receivedAt: number;
  readonly at: number;
}
