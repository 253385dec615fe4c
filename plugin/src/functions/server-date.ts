/** An HTTP `Date` says whole seconds: https://www.rfc-editor.org/rfc/rfc9110#name-date-modified */
export const DATE_STEP = 1000;
/** ms until an answer is not waited for any more. */
export const DATE_TIMEOUT = 5000;

export interface ServerDate {
  /** ms since the epoch, rounded down to the second. */
  readonly now: number;
  /** ms between question and answer. */
  readonly took: number;
}

/**
 * The clock of the server that the page itself came from, out of the head of its answer: that costs no function, and
 * every server has one. A cache on the way says how old its answer is.
 * @returns null: it does not say, or can't be reached
 */
export async function serverDate(url: string): Promise<ServerDate | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort();
  }, DATE_TIMEOUT);
  const sent = performance.now();
  try {
    const { headers } = await fetch(url, {
      method: "HEAD",
      cache: "no-store",
      credentials: "omit",
      signal: abort.signal,
    });
    const date = Date.parse(headers.get("date") ?? "");
    const age = Number(headers.get("age") ?? 0);
    if (Number.isNaN(date) || !(age >= 0)) return null;
    return { now: date + age * 1000, took: performance.now() - sent };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
