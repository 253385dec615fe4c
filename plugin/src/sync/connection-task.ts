import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import type { SyncConnection } from "./connection";

interface TaskControl {
  /** For a task whose watch ended or could not be opened: everything starts again, after a while. */
  fail(problem: unknown): void;
}

/** Runs on the browser's one connection: started on each new client; the result stops it. */
export type ConnectionTask = (
  sync: SyncConnection,
  session: SyncTokenAnswer,
  control: TaskControl,
) => () => void;
