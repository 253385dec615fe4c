import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import type { SyncConnection } from "./connection";

interface TaskControl {
  /** Whether the socket is open: if a read fails then, Sync refuses it. */
  isConnected(): boolean;
  /** Reports whether Sync refuses some of the task's reads; the task repeats them itself. */
  busy(isBusy: boolean): void;
  /** Reports that a watch ended or could not be opened. The manager opens a new client after a wait. */
  fail(problem: unknown): void;
}

/** A task on the browser's one connection: called with each new client; the result stops it. */
export type ConnectionTask = (
  sync: SyncConnection,
  session: SyncTokenAnswer,
  control: TaskControl,
) => () => void;
