/** What the processes of the scale bench say to each other. Times are ms since the epoch: it is one machine. */
import type { Counters } from "../../stand-in/sync/limits";

export type ToSync =
  { readonly do: "state" | "reset" | "drop" } | { readonly do: "publish"; readonly number: number };

export type SyncReport =
  | { readonly is: "ready"; readonly url: string; readonly twilsockUrl: string }
  | { readonly is: "published"; readonly at: number; readonly cpuMs: number }
  | { readonly is: "dropped"; readonly dropped: number; readonly cpuMs: number }
  | {
      readonly is: "state";
      readonly counters: Readonly<Record<string, Counters>>;
      readonly connections: number;
      readonly cpuMs: number;
      readonly memoryMb: number;
    };

export interface SampleSettings {
  readonly url: string;
  readonly twilsockUrl: string;
  readonly functions: string;
  readonly count: number;
  readonly agents: number;
}

export type ToSample =
  | { readonly do: "login"; readonly overMs: number }
  | { readonly do: "reload" | "screens" | "live" | "close" };

export type SampleReport =
  | { readonly is: "ready" }
  /** ms from opening the dialog to a status, one for each. `heapMb`: of one more browser. */
  | {
      readonly is: "statuses";
      readonly ms: readonly number[];
      readonly heapMb: number;
      readonly errors: number;
    }
  /** ms until each had a status, and until each was live again. */
  | { readonly is: "reloaded"; readonly shown: readonly number[]; readonly live: readonly number[] }
  /** When a badge's words changed, in ms since the epoch, and to what; all since the last time. */
  | { readonly is: "screens"; readonly changes: readonly { readonly at: number; readonly open: boolean }[] }
  | { readonly is: "live"; readonly count: number };
