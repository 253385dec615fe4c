/** ms after which a request is aborted. */
const DATE_TIMEOUT = 5000;
/** ms. A slower answer says too little about the clock. */
const SLOW_ANSWER = 5000;
/** ms. An HTTP `Date` has whole seconds, so a smaller difference is noise. */
const WORTH_CORRECTING = 1000;
/** ms between requests, for pages that stay open for days. */
const ASK_AGAIN = 60 * 60_000;

export interface ServerTimeOptions {
  /** The page's address. Any HTTP answer carries a `Date`, so asking the page's server costs no function call. */
  readonly page: string;
  /** Asks another way when that answer has no `Date`; pass the result to `heard`. */
  readonly otherwise: () => void;
  /** ms since the epoch, this computer's clock. */
  readonly localNow: () => number;
  /** Server's time minus this computer's, in ms; null: unknown. */
  readonly offset: () => number | null;
  readonly onOffset: (offset: number) => void;
}

export interface ServerTime {
  /**
   * Takes a server's time.
   * @param now ms since the epoch
   * @param took ms from request to answer
   */
  receive(now: number, took: number): void;
  askNow(): void;
  close(): void;
}

/** The time in an HTTP answer (https://www.rfc-editor.org/rfc/rfc9110#name-date); a cache adds its `Age`. */
function dateIn(headers: Pick<Headers, "get">): number | null {
  const date = Date.parse(headers.get("date") ?? "");
  const age = Number(headers.get("age") ?? 0);
  // The middle of the second that the header names.
  return Number.isNaN(date) || !(age >= 0) ? null : date + 500 + age * 1000;
}

/** Tracks the offset of this computer's clock to a second: asks at the start, and again every hour. */
export function followServerTime(options: ServerTimeOptions): ServerTime {
  const { page, otherwise, localNow, offset, onOffset } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort: AbortController | null = null;

  const receive = (now: number, took: number): void => {
    if (took > SLOW_ANSWER) return;
    const next = Math.round(now + took / 2 - localNow());
    const currentOffset = offset();
    if (currentOffset === null || Math.abs(next - currentOffset) >= WORTH_CORRECTING) onOffset(next);
  };

  const ask = async (): Promise<void> => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), ASK_AGAIN);
    abort?.abort();
    const controller = new AbortController();
    abort = controller;
    const timeout = setTimeout(() => {
      controller.abort();
    }, DATE_TIMEOUT);
    const sent = performance.now();
    const date = await fetch(page, {
      method: "HEAD",
      cache: "no-store",
      credentials: "omit",
      signal: controller.signal,
    }).then(
      ({ headers }) => dateIn(headers),
      () => null,
    );
    clearTimeout(timeout);
    if (abort !== controller) return;
    if (date === null) otherwise();
    else receive(date, performance.now() - sent);
  };

  void ask();
  return {
    receive,
    askNow: () => void ask(),
    close() {
      clearTimeout(timer);
      const pending = abort;
      abort = null;
      pending?.abort();
    },
  };
}
