import { MAX_PAGE } from "@schedule-manager/shared/sync-layout";
import type { Budget } from "../budget";
import { addressOf } from "../http/address";
import { send } from "../http/send";
import type { HttpAnswer, HttpRequest } from "../http/send";
import { parseDocument, parseEntry, parsePage } from "./answers";
import { pathKey } from "./path-key";
import type { SyncCaller, SyncDocument, SyncEntry } from "./sync-caller";
import { SyncFailure, kindOfStatus, retryAfterOf } from "./sync-failure";

const SYNC = "https://sync.twilio.com";

export interface HttpsCallerOptions {
  readonly user: string;
  readonly password: string;
  readonly serviceSid: string;
  readonly apiUrl: string | null;
  /** Checked just before each request leaves: nothing is sent after its end. */
  readonly budget: Budget;
  /** ms one request may take at most. */
  readonly timeout: number;
  /** Called when a request has left, and nothing is to do until its answer comes. */
  readonly onSent?: (() => void) | undefined;
}

/** Sync's REST API v1 over plain HTTPS: https://www.twilio.com/docs/sync/api */
export class HttpsCaller implements SyncCaller {
  readonly #options: HttpsCallerOptions;
  readonly #root: string;

  constructor(options: HttpsCallerOptions) {
    this.#options = options;
    this.#root = `${SYNC}/v1/Services/${encodeURIComponent(options.serviceSid)}`;
  }

  async readDocument(name: string): Promise<SyncDocument | null> {
    const answer = await this.#call({ method: "GET", url: this.#document(name) }, [200, 404]);
    return answer.status === 404 ? null : parseDocument(answer.body, answer.headers.date);
  }

  async updateDocument(name: string, data: object, revision: string): Promise<SyncDocument> {
    const answer = await this.#write(this.#document(name), { Data: JSON.stringify(data) }, revision);
    return parseDocument(answer.body, answer.headers.date);
  }

  async readItem(map: string, key: string): Promise<SyncEntry | null> {
    const answer = await this.#call({ method: "GET", url: this.#item(map, key) }, [200, 404]);
    return answer.status === 404 ? null : parseEntry(answer.body);
  }

  async listItems(map: string): Promise<readonly SyncEntry[]> {
    const items: SyncEntry[] = [];
    let next: string | null = `${this.#items(map)}?PageSize=${MAX_PAGE}`;
    while (next !== null) {
      const page = parsePage((await this.#call({ method: "GET", url: next }, [200])).body);
      items.push(...page.items);
      // Only the path is followed: credentials go nowhere but to Sync.
      next = page.next === null ? null : SYNC + page.next;
    }
    return items;
  }

  async createItem(map: string, key: string, data: object): Promise<SyncEntry> {
    const form = { Key: key, Data: JSON.stringify(data) };
    return parseEntry((await this.#write(this.#items(map), form)).body);
  }

  async updateItem(map: string, key: string, data: object, revision: string): Promise<SyncEntry> {
    const form = { Data: JSON.stringify(data) };
    return parseEntry((await this.#write(this.#item(map, key), form, revision)).body);
  }

  async removeItem(map: string, key: string, revision: string): Promise<void> {
    const url = this.#item(map, key);
    await this.#call({ method: "DELETE", url, headers: { "If-Match": revision } }, [204, 200]);
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

  #write(url: string, form: Record<string, string>, revision?: string): Promise<HttpAnswer> {
    const headers = {
      "Content-Type": "application/x-www-form-urlencoded",
      ...(revision === undefined ? {} : { "If-Match": revision }),
    };
    const body = new URLSearchParams(form).toString();
    return this.#call({ method: "POST", url, headers, body }, [200, 201]);
  }

  async #call(
    request: Pick<HttpRequest, "method" | "url" | "headers" | "body">,
    expected: readonly number[],
  ): Promise<HttpAnswer> {
    const { user, password, apiUrl, budget, onSent } = this.#options;
    const timeout = Math.min(this.#options.timeout, budget.remaining());
    if (timeout <= 0) throw new SyncFailure("unreachable", "no time left");
    let answer: HttpAnswer;
    try {
      const url = addressOf(request.url, apiUrl);
      answer = await send({ ...request, url, user, password, timeout, onSent });
    } catch (error) {
      throw new SyncFailure("unreachable", `Sync: ${error instanceof Error ? error.message : "no answer"}`);
    }
    if (expected.includes(answer.status)) return answer;
    throw failureOf(answer);
  }
}

function failureOf({ status, body, headers }: HttpAnswer): SyncFailure {
  let code = 0;
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === "object" && parsed !== null && "code" in parsed) code = Number(parsed.code) || 0;
  } catch {
    // An error page of something in between: the status says enough.
  }
  const retryAfter = retryAfterOf(headers["retry-after"]);
  return new SyncFailure(kindOfStatus(status), `Sync answered ${status}`, status, code, retryAfter);
}
