/** ms until an answer is not waited for any more. */
const DATE_TIMEOUT = 5000;
/** ms: an answer that took longer says too little about the clock. */
const SLOW_ANSWER = 5000;
/** ms: an HTTP `Date` says whole seconds, so that less is no difference. */
const WORTH_CORRECTING = 1000;
/** ms between corrections in a page that stays open for days. */
const ASK_AGAIN = 60 * 60_000;

export interface ServerTimeOptions {
  /** The address of the page: every server tells the time in the head of its answer, and that costs no function. */
  readonly page: string;
  /** Asks in another way, where that server does not tell; the answer is told by `heard`. */
  readonly otherwise: () => void;
  /** ms since the epoch, this computer's clock. */
  readonly localNow: () => number;
  /** Server's time minus this computer's, in ms, as it is used now; null: not known. */
  readonly offset: () => number | null;
  readonly onOffset: (offset: number) => void;
}

export interface ServerTime {
  /**
   * What a server said of its clock.
   * @param now ms since the epoch
   * @param took ms between question and answer
   */
  heard(now: number, took: number): void;
  /** Asks anew. */
  askNow(): void;
  close(): void;
}

/** What a server's answer says: https://www.rfc-editor.org/rfc/rfc9110#name-date. A cache on the way says how old it is. */
function dateIn(headers: Pick<Headers, "get">): number | null {
  const date = Date.parse(headers.get("date") ?? "");
  const age = Number(headers.get("age") ?? 0);
  // In the middle of the second that it names.
  return Number.isNaN(date) || !(age >= 0) ? null : date + 500 + age * 1000;
}

/** Knows how far this computer's clock is from the servers', to a second: asks at the beginning, and again each hour. */
export function followServerTime(options: ServerTimeOptions): ServerTime {
  const { page, otherwise, localNow, offset, onOffset } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort: AbortController | null = null;

  const heard = (now: number, took: number): void => {
    if (took > SLOW_ANSWER) return;
    const next = Math.round(now + took / 2 - localNow());
    const held = offset();
    if (held === null || Math.abs(next - held) >= WORTH_CORRECTING) onOffset(next);
  };

  const ask = async (): Promise<void> => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), ASK_AGAIN);
    abort?.abort();
    const mine = new AbortController();
    abort = mine;
    const timeout = setTimeout(() => {
      mine.abort();
    }, DATE_TIMEOUT);
    const sent = performance.now();
    const date = await fetch(page, {
      method: "HEAD",
      cache: "no-store",
      credentials: "omit",
      signal: mine.signal,
    }).then(
      ({ headers }) => dateIn(headers),
      () => null,
    );
    clearTimeout(timeout);
    if (abort !== mine) return;
    if (date === null) otherwise();
    else heard(date, performance.now() - sent);
  };

  void ask();
  return {
    heard,
    askNow: () => void ask(),
    close() {
      clearTimeout(timer);
      const asking = abort;
      abort = null;
      asking?.abort();
    },
  };
}
