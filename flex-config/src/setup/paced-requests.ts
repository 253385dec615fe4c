/**
 * Paces the `twilio` library's requests to Sync's write limits, and repeats requests refused with 429. All
 * requests of a set-up pass through here, because the limits apply to the whole service.
 */
import { RequestClient } from "twilio";
import type Client from "twilio/lib/base/RequestClient";
import type Response from "twilio/lib/http/response";
import { WritePace } from "./write-pace";
import { usesOf, type WriteUse } from "./write-uses";

export interface PaceClock {
  /** A monotonic clock in ms. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** Milliseconds before each repeat; the sum exceeds Sync's window of ten seconds. */
const REPEATS = [1000, 2000, 3000, 4000, 5000];
const BUSY = 429;

export class PacedRequests extends RequestClient {
  readonly #paces = new Map<string, WritePace>();

  constructor(
    readonly clock: PaceClock,
    options: Client.RequestClientOptions = {},
  ) {
    super(options);
  }

  override async request<T>(options: Client.RequestOptions<T>): Promise<Response<T>> {
    // `T` types the body of the answer, which is not read.
    const uses = usesOf(options as Client.RequestOptions);
    for (let repeat = 0; ; repeat += 1) {
      await this.#room(uses);
      const response = await this.send(options);
      const pause = REPEATS[repeat];
      if (response.statusCode !== BUSY || pause === undefined) return response;
      await this.clock.wait(pause);
    }
  }

  /** Sends a request once. */
  protected send<T>(options: Client.RequestOptions<T>): Promise<Response<T>> {
    return super.request<T>(options);
  }

  async #room(uses: readonly WriteUse[]): Promise<void> {
    const { now, wait } = this.clock;
    const paces = uses.map(({ of, cost }) => ({ pace: this.#pace(of), cost }));
    for (;;) {
      const at = now();
      const due = Math.max(0, ...paces.map(({ pace, cost }) => pace.waitFor(cost, at)));
      if (due === 0) {
        for (const { pace, cost } of paces) pace.take(cost, at);
        return;
      }
      await wait(due);
    }
  }

  #pace(of: string): WritePace {
    const known = this.#paces.get(of);
    if (known !== undefined) return known;
    const pace = new WritePace();
    this.#paces.set(of, pace);
    return pace;
  }
}
