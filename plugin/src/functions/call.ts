import type { Failure } from "@schedule-manager/shared/api/api";
import { ERROR_CODES, type ErrorCode } from "@schedule-manager/shared/api/error-codes";

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

const isCode = (code: unknown): code is ErrorCode => (ERROR_CODES as readonly unknown[]).includes(code);

function failureIn(body: unknown): Failure["error"] | null {
  const error = (body as Partial<Failure> | null)?.error;
  return isCode(error?.code) ? error : null;
}

/**
 * Calls a function, form-encoded as Twilio's runtime requires from browsers. `onNow` receives the server time of the
 * answer.
 */
export async function callFunction<T>(
  url: string,
  fields: Readonly<Record<string, string>>,
  onNow: (now: number) => void,
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
    });
    const body = (await response.json()) as unknown;
    const now: unknown = (body as { now?: unknown } | null)?.now;
    if (typeof now === "number") onNow(now);
    if (response.ok) return { ok: true, answer: body as T };
    const failure = failureIn(body);
    return failure === null
      ? { ok: false, code: "unreachable", message: `HTTP ${response.status}`, body }
      : { ok: false, code: failure.code, message: failure.message, body };
  } catch (error) {
    return { ok: false, code: "unreachable", message: String(error), body: null };
  } finally {
    clearTimeout(timer);
  }
}
