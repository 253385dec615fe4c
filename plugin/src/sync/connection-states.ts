/** The states of a browser's one connection to Sync, and every transition between them. */
export type ConnectionState =
  /** Nothing has needed Sync yet. */
  | "idle"
  /** Fetching a token. */
  | "authorizing"
  /** A client exists; its first socket is not open yet. */
  | "connecting"
  | "connected"
  /** The socket is lost, and the SDK is reconnecting. */
  | "reconnecting"
  /** Twilio denied the token; fetching another. */
  | "reauthorizing"
  /** The SDK has the new token and has not connected with it yet. */
  | "proving"
  /** The client was closed; the next attempt is automatic. */
  | "waiting"
  /** A retry would not help; the next attempt needs `retry`. */
  | "failed"
  | "closed";

export type ConnectionEvent =
  | "open"
  /** A token arrived. */
  | "authorized"
  /** The token request failed; a later one may succeed. */
  | "refused"
  /** The token request failed for good. */
  | "forbidden"
  | "up"
  | "down"
  /** Twilio no longer accepts the token. */
  | "denied"
  /** Twilio no longer accepts this client version. */
  | "unsupported"
  /** A task's watch ended. */
  | "broken"
  /** A task is not allowed to read its map. */
  | "rejected"
  /** The wait is over. */
  | "due"
  | "retry"
  | "close";

/** Transitions of every state that has a client. */
const WITH_CLIENT = {
  denied: "reauthorizing",
  unsupported: "failed",
  forbidden: "failed",
  broken: "waiting",
  rejected: "failed",
  retry: "authorizing",
  close: "closed",
} as const;

/** Events without an entry are ignored. */
export const TRANSITIONS: Readonly<
  Record<ConnectionState, Readonly<Partial<Record<ConnectionEvent, ConnectionState>>>>
> = {
  idle: { open: "authorizing", retry: "authorizing", close: "closed" },
  authorizing: {
    authorized: "connecting",
    refused: "waiting",
    forbidden: "failed",
    retry: "authorizing",
    close: "closed",
  },
  connecting: { ...WITH_CLIENT, up: "connected" },
  connected: { ...WITH_CLIENT, down: "reconnecting" },
  reconnecting: { ...WITH_CLIENT, up: "connected" },
  // The SDK may report the denial several times.
  reauthorizing: { ...WITH_CLIENT, denied: "reauthorizing", authorized: "proving", refused: "waiting" },
  proving: { ...WITH_CLIENT, denied: "failed", up: "connected" },
  waiting: { due: "authorizing", retry: "authorizing", close: "closed" },
  failed: { retry: "authorizing", close: "closed" },
  closed: {},
};

/** Whether a client exists and tasks run on it. */
export const hasClient = (state: ConnectionState): boolean => "broken" in TRANSITIONS[state];
