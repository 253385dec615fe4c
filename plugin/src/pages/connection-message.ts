import type { FailureReason } from "../sync/connection-manager";
import type { MessageKey } from "../i18n/translate";

const MESSAGES: Readonly<Partial<Record<FailureReason, MessageKey>>> = {
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

/** The key of the message that explains why there is no connection, and the remedy. */
export const connectionMessage = (reason: FailureReason): MessageKey =>
  MESSAGES[reason] ?? "connection.internal";
