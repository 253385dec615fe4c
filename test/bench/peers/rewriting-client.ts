import { RequestClient } from "twilio";
import type Client from "twilio/lib/base/RequestClient";
import type Response from "twilio/lib/http/response";
import type { Budget } from "../../../functions/src/budget";
import { addressOf } from "../../../functions/src/http/address";

/** The `twilio` library's own HTTP client, with our addresses and time limits. */
export class RewritingClient extends RequestClient {
  readonly #apiUrl: string | null;
  readonly #budget: Budget;
  readonly #timeout: number;

  /** @param timeout ms for one request; the library's default is longer than a function may run */
  constructor(apiUrl: string | null, budget: Budget, timeout: number) {
    super({ timeout, keepAlive: true });
    this.#apiUrl = apiUrl;
    this.#budget = budget;
    this.#timeout = timeout;
  }

  override request<T>(options: Client.RequestOptions<T>): Promise<Response<T>> {
    const timeout = Math.min(this.#timeout, this.#budget.remaining());
    if (timeout <= 0) return Promise.reject(new Error("no time left"));
    return super.request<T>({ ...options, uri: addressOf(options.uri, this.#apiUrl), timeout });
  }
}
