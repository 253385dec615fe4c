import { type ParseAnswer, parseFailure, parseTimed } from "@schedule-manager/shared/api/answers";
import type { ErrorCode } from "@schedule-manager/shared/api/error-codes";

/** `unreachable`: no valid answer arrived, so the outcome is unknown. */
export type CallCode = ErrorCode | "unreachable";

export type CallResult<T> =
  | { readonly ok: true; readonly answer: T }
  | {
      readonly ok: false;
      readonly code: CallCode;
      readonly message: string;
      /** The answer's body, which carries details of conflicts and refusals. */
      readonly body: unknown;
    };

/** ms. Twilio stops a function after 10 s. */
const CALL_TIMEOUT = 12_000;

interface CallOptions {
  /** Receives the server time of the answer. */
  readonly onNow: (now: number) => void;
  /** The browser sends the request even if the page ends meanwhile. */
  readonly keepalive?: boolean;
}

/** Calls a function, form-encoded as Twilio's runtime requires from browsers. */
export async function callFunction<T>(
  url: string,
  fields: Readonly<Record<string, string>>,
  parse: ParseAnswer<T>,
  { onNow, keepalive = false }: CallOptions,
): Promise<CallResult<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort();
  }, CALL_TIMEOUT);
  try {
    const response = await fetch(url, {
      method: "POST",
      body: new URLSearchParams(fields),
      signal: abort.signal,
      keepalive,
    });
    const body: unknown = await response.json();
    const timed = parseTimed(body);
    if (timed !== null) onNow(timed.now);
    const answer = response.ok ? parse(body) : null;
    if (answer !== null) return { ok: true, answer };
    const failure = parseFailure(body);
    return failure === null
      ? { ok: false, code: "unreachable", message: `HTTP ${response.status}`, body }
      : { ok: false, code: failure.code, message: failure.message, body };
  } catch (error) {
    return { ok: false, code: "unreachable", message: String(error), body: null };
  } finally {
    clearTimeout(timer);
  }
}
