/** The SDK client's methods that ending it needs. */
export interface Ending {
  readonly connectionState: string;
  shutdown(): Promise<void>;
}

/** ms between attempts. */
const LOOK_AGAIN = 2000;
/** The maximum number of attempts. */
const TIMES = 5;

const ENDED: readonly string[] = ["disconnected", "denied", "unsupported"];

/**
 * Ends the SDK's client. The SDK ignores `shutdown()` between retries and would keep the socket for ever, so it is
 * repeated until the client has ended.
 */
export function endClient(client: Ending, times = TIMES): void {
  // The promise never settles after a final refusal, so it is not awaited.
  client.shutdown().catch(() => undefined);
  if (times <= 1) return;
  setTimeout(() => {
    if (!ENDED.includes(client.connectionState)) endClient(client, times - 1);
  }, LOOK_AGAIN);
}
