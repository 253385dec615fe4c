/** What is needed of the SDK's client to end it. */
export interface Ending {
  readonly connectionState: string;
  shutdown(): Promise<void>;
}

/** ms after which it is seen whether a client has ended. */
const LOOK_AGAIN = 2000;
/** How often it is told at most. */
const TIMES = 5;

const ENDED: readonly string[] = ["disconnected", "denied", "unsupported"];

/**
 * Ends the SDK's client. Between a refusal and its next attempt the SDK does not take it, and would go on for ever with a
 * socket that nobody knows of: so it is told again until it has ended.
 */
export function endClient(client: Ending, times = TIMES): void {
  // It never settles on a socket that Twilio refused for good; nobody waits for it.
  client.shutdown().catch(() => undefined);
  if (times <= 1) return;
  setTimeout(() => {
    if (!ENDED.includes(client.connectionState)) endClient(client, times - 1);
  }, LOOK_AGAIN);
}
