import { MAX_PAGE } from "@schedule-manager/shared/sync/layout";
import type { Budget } from "../budget";
import { addressOf } from "../http/address";
import { send } from "../http/send";
import type { HttpAnswer, HttpRequest } from "../http/send";
import type { RetryPolicy } from "../settings";
import { trace } from "../trace";
import { codeOf, type Page, parseDocument, parseEntry, parsePage } from "./answers";
import { pathKey } from "./path-key";
import { retry, retryTools } from "./retry";
import type { SyncClient, SyncDocument, SyncEntry } from "./sync-client";
import { SyncFailure, kindOfStatus, retryAfterOf } from "./sync-failure";

const SYNC = "https://sync.twilio.com";

type Request = Pick<HttpRequest, "method" | "url" | "headers" | "body">;

export interface SyncClientOptions {
  readonly user: string;
  readonly password: string;
  readonly serviceSid: string;
  readonly apiUrl: string | null;
  /** Checked just before each request: nothing is sent after it ends. */
  readonly budget: Budget;
  /** Milliseconds, most for one request. */
  readonly timeout: number;
  readonly retry: RetryPolicy;
  /** Called when a request is sent, as a chance to work while the answer is pending. */
  readonly onSent?: (() => void) | undefined;
}

/**
 * Sync's REST API v1 over plain HTTPS (https://www.twilio.com/docs/sync/api). Loads in a few milliseconds; the
 * `twilio` library would add hundreds to a cold start.
 *
 * Retries transient failures. Writes are retried too, because all of them are conditional: a repeated write that
 * was already applied fails as `moved`, `exists` or `missing` and is never applied twice. Callers read the item
 * after such a failure before they draw conclusions.
 */
export class HttpSyncClient implements SyncClient {
  readonly #options: SyncClientOptions;
  readonly #root: string;

  constructor(options: SyncClientOptions) {
    this.#options = options;
    this.#root = `${SYNC}/v1/Services/${encodeURIComponent(options.serviceSid)}`;
  }

  readDocument(name: string): Promise<SyncDocument | null> {
    return this.#call({ method: "GET", url: this.#document(name) }, [200, 404], (answer) =>
      answer.status === 404 ? null : documentOf(answer),
    );
  }

  updateDocument(name: string, data: object, revision: string): Promise<SyncDocument> {
    return this.#write(this.#document(name), { Data: JSON.stringify(data) }, documentOf, revision);
  }

  async readItem(map: string, key: string): Promise<SyncEntry | null> {
    return this.#call({ method: "GET", url: this.#item(map, key) }, [200, 404], ({ status, body }) =>
      status === 404 ? null : parseEntry(body),
    );
  }

  async listItems(map: string): Promise<readonly SyncEntry[]> {
    const items: SyncEntry[] = [];
    let next: string | null = `${this.#items(map)}?PageSize=${MAX_PAGE}`;
    while (next !== null) {
      const page: Page = await this.#call({ method: "GET", url: next }, [200], ({ body }) => parsePage(body));
      items.push(...page.items);
      // Follows only the path, so that credentials are sent to no other host.
      next = page.next === null ? null : SYNC + page.next;
    }
    return items;
  }

  createItem(map: string, key: string, data: object): Promise<SyncEntry> {
    return this.#write(this.#items(map), { Key: key, Data: JSON.stringify(data) }, entryOf);
  }

  async updateItem(map: string, key: string, data: object, revision: string): Promise<SyncEntry> {
    return this.#write(this.#item(map, key), { Data: JSON.stringify(data) }, entryOf, revision);
  }

  async removeItem(map: string, key: string, revision: string): Promise<void> {
    const request = {
      method: "DELETE",
      url: this.#item(map, key),
      headers: { "If-Match": revision },
    } as const;
    await this.#call(request, [204, 200], () => undefined);
  }

  #document(name: string): string {
    return `${this.#root}/Documents/${encodeURIComponent(name)}`;
  }

  #items(map: string): string {
    return `${this.#root}/Maps/${encodeURIComponent(map)}/Items`;
  }

  #item(map: string, key: string): string {
    return `${this.#items(map)}/${pathKey(key)}`;
  }

  #write<T>(
    url: string,
    form: Record<string, string>,
    read: (answer: HttpAnswer) => T,
    revision?: string,
  ): Promise<T> {
    const headers = {
      "Content-Type": "application/x-www-form-urlencoded",
      ...(revision === undefined ? {} : { "If-Match": revision }),
    };
    const body = new URLSearchParams(form).toString();
    return this.#call({ method: "POST", url, headers, body }, [200, 201], read);
  }

  /**
   * @param read parses an expected answer; an invalid one is retried like a missing one
   */
  #call<T>(request: Request, expected: readonly number[], read: (answer: HttpAnswer) => T): Promise<T> {
    const { retry: policy, budget } = this.#options;
    return retry(async () => read(await this.#once(request, expected)), policy, retryTools(budget));
  }

  async #once(request: Request, expected: readonly number[]): Promise<HttpAnswer> {
    const { user, password, apiUrl, budget, onSent } = this.#options;
    const timeout = Math.min(this.#options.timeout, budget.remaining());
    if (timeout <= 0) throw new SyncFailure("unreachable", "no time left");
    let answer: HttpAnswer;
    const begun = Date.now();
    try {
      const url = addressOf(request.url, apiUrl);
      answer = await send({ ...request, url, user, password, timeout, onSent });
    } catch (error) {
      throw new SyncFailure("unreachable", `Sync: ${error instanceof Error ? error.message : "no answer"}`);
    }
    trace("sync", () => {
      const revision = request.headers?.["If-Match"];
      const condition = revision === undefined ? "" : ` if at ${revision}`;
      const path = request.url.slice(this.#root.length);
      return `${request.method} ${path}${condition}: ${answer.status} in ${Date.now() - begun} ms`;
    });
    if (expected.includes(answer.status)) return answer;
    throw failureOf(answer);
  }
}

const entryOf = ({ body }: HttpAnswer): SyncEntry => parseEntry(body);
const documentOf = ({ body, headers }: HttpAnswer): SyncDocument => parseDocument(body, headers.date);

function failureOf({ status, body, headers }: HttpAnswer): SyncFailure {
  const retryAfter = retryAfterOf(headers["retry-after"]);
  return new SyncFailure(kindOfStatus(status), `Sync answered ${status}`, status, codeOf(body), retryAfter);
}
