/** The states of a browser's one connection to Sync, and the only ways from one to another. */
export type ConnectionState =
  /** Nothing needed Sync yet. */
  | "idle"
  /** Asks for a token. */
  | "authorizing"
  /** Has a client whose first socket is not there yet. */
  | "connecting"
  | "connected"
  /** The socket is lost, and the SDK tries to get it back. */
  | "reconnecting"
  /** Twilio denied the token: asks for another one. */
  | "reauthorizing"
  /** The other token was handed to the SDK, which has not connected with it yet. */
  | "proving"
  /** The client was given up; the next attempt comes by itself. */
  | "waiting"
  /** Nothing improves by itself: the next attempt comes when somebody asks for it. */
  | "failed"
  | "closed";

export type ConnectionEvent =
  | "open"
  /** A token came. */
  | "authorized"
  /** No token came, and a later attempt may bring one. */
  | "refused"
  /** No token came, and none will. */
  | "forbidden"
  | "up"
  | "down"
  /** Twilio takes the token no more. */
  | "denied"
  /** Twilio takes this client no more. */
  | "unsupported"
  /** A task lost what it follows. */
  | "broken"
  /** A task may not read what it follows. */
  | "rejected"
  /** The wait is over. */
  | "due"
  | "retry"
  | "close";

/** What may end any client. */
const WITH_CLIENT = {
  denied: "reauthorizing",
  unsupported: "failed",
  forbidden: "failed",
  broken: "waiting",
  rejected: "failed",
  retry: "authorizing",
  close: "closed",
} as const;

/** An event that a state does not name changes nothing. */
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
  // The SDK may say several times that the token is denied.
  reauthorizing: { ...WITH_CLIENT, denied: "reauthorizing", authorized: "proving", refused: "waiting" },
  proving: { ...WITH_CLIENT, denied: "failed", up: "connected" },
  waiting: { due: "authorizing", retry: "authorizing", close: "closed" },
  failed: { retry: "authorizing", close: "closed" },
  closed: {},
};

/** Whether there is a client, and tasks run on it. */
export const hasClient = (state: ConnectionState): boolean => "broken" in TRANSITIONS[state];
