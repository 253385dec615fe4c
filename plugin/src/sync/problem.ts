import { isRecord } from "@schedule-manager/shared/collections/record";
import { type Lost, SyncProblem } from "./connection";

/** Maps an SDK rejection to a status, as far as possible. */
export function lost(error: unknown): Lost {
  const { status, code, message }: Readonly<Record<string, unknown>> = isRecord(error) ? error : {};
  return {
    status: typeof status === "number" ? status : 0,
    code: typeof code === "number" ? code : 0,
    message: typeof message === "string" ? message : String(error),
  };
}

export const problem = (error: unknown): SyncProblem => {
  const { status, code, message } = lost(error);
  return new SyncProblem(status, code, message);
};
