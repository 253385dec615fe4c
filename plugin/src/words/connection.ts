import type { FailureReason } from "../sync/connection-manager";
import type { TextKey } from "../strings/text";

const WORDS: Readonly<Partial<Record<FailureReason, TextKey>>> = {
  network: "connection.network",
  unreachable: "connection.unreachable",
  denied: "connection.denied",
  "not-set-up": "connection.notSetUp",
  "sync-busy": "connection.busy",
  "sync-unreachable": "connection.busy",
  "not-allowed": "connection.notAllowed",
  "token-missing": "connection.tokenInvalid",
  "token-invalid": "connection.tokenInvalid",
  unsupported: "connection.unsupported",
};

/** Which words say why there is no connection, and what to do. */
export const connectionWords = (reason: FailureReason): TextKey => WORDS[reason] ?? "connection.internal";
