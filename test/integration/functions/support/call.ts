/** A function's answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

async function answerOf(pending: Promise<Response>): Promise<Answer> {
  const response = await pending;
  const text = await response.text();
  let body: Record<string, unknown> = {};
  try {
    body = JSON.parse(text) as Record<string, unknown>;
  } catch {
    // The test will say what it expected instead.
  }
  return { status: response.status, headers: response.headers, text, body };
}

export class Caller {
  readonly #url: string;
  constructor(url: string) {
    this.#url = url;
  }

  get(
    path: string,
    query: string | Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const text = typeof query === "string" ? query : new URLSearchParams(query).toString();
    return answerOf(fetch(`${this.#url}/${path}?${text}`, { headers }));
  }

  form(
    path: string,
    fields: string | Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const body = typeof fields === "string" ? fields : new URLSearchParams(fields).toString();
    return answerOf(
      fetch(`${this.#url}/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
        body,
      }),
    );
  }

  json(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return answerOf(
      fetch(`${this.#url}/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    );
  }

  publish(person: string, publish: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.form(
      "admin/publish",
      { Token: `flex-token-${person}`, publish: JSON.stringify(publish) },
      headers,
    );
  }
}
