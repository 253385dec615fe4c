import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { followServerTime } from "@schedule-manager/plugin/catalogue/server-time";

/** ms between requests, for pages that stay open for days. */
const ASK_AGAIN = 60 * 60_000;
/** ms. A slower answer says too little about the clock. */
const SLOW_ANSWER = 5000;
/** ms. An HTTP `Date` has whole seconds, so a smaller difference is noise. */
const WORTH_CORRECTING = 1000;

const START = Date.parse("2026-03-02T16:00:00Z");
const DATE = "Mon, 02 Mar 2026 16:00:00 GMT";

/** A computer with its own clock, and a server that sends `date`. */
function scene(date: string | null = DATE, localNow = (): number => START) {
  let offset: number | null = null;
  const log: string[] = [];
  jest.spyOn(globalThis, "fetch").mockImplementation(async () => {
    log.push("ask");
    return { headers: new Headers(date === null ? {} : { date }) } as Response;
  });
  const time = followServerTime({
    page: "http://desk.example.com/",
    otherwise: () => log.push("otherwise"),
    localNow,
    offset: () => offset,
    onOffset: (next) => {
      offset = next;
      log.push("offset");
    },
  });
  return { time, log, offset: () => offset };
}

/** From now on no request gets an answer before it is aborted. */
function hanging(log: string[]): void {
  jest.mocked(globalThis.fetch).mockImplementation((_, options) => {
    log.push("ask");
    return new Promise((__, reject) => {
      options?.signal?.addEventListener("abort", () => {
        log.push("abort");
        reject(new Error("aborted"));
      });
    });
  });
}

describe("the server's time", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it.each([0, -420_300, 7_200_500])(
    "[RT1] the offset of a computer that is %i ms off is known to a second",
    async (skew) => {
      for (const within of [0, 250, 999]) {
        const { time, offset } = scene(DATE, () => START + within - skew);
        await jest.advanceTimersByTimeAsync(0);
        expect(Math.abs((offset() ?? NaN) - skew)).toBeLessThanOrEqual(500);
        time.close();
      }
    },
  );

  it("[RT2] the server's time is requested every hour, and at once when the clock moves", async () => {
    const { log, time } = scene();
    await jest.advanceTimersByTimeAsync(ASK_AGAIN);
    expect(log.filter((line) => line === "ask")).toHaveLength(2);
    time.askNow();
    await jest.advanceTimersByTimeAsync(0);
    expect(log.filter((line) => line === "ask")).toHaveLength(3);
    time.close();
    await jest.advanceTimersByTimeAsync(2 * ASK_AGAIN);
    expect(log.filter((line) => line === "ask")).toHaveLength(3);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("[RT3] another source is asked when the page's server sends no date", async () => {
    const { log, time } = scene(null);
    await jest.advanceTimersByTimeAsync(0);
    expect(log).toEqual(["ask", "otherwise"]);
    time.close();
  });

  it("[RT1] the page's server is asked for its head alone, past caches and without cookies", () => {
    const { time } = scene();
    const [page, options] = (globalThis.fetch as jest.Mock).mock.calls[0] as [string, RequestInit];
    expect(page).toBe("http://desk.example.com/");
    expect(options).toMatchObject({ method: "HEAD", cache: "no-store", credentials: "omit" });
    time.close();
  });

  it("[RT3] another source is asked when the page's server fails, or does not answer within five seconds", async () => {
    const { log, time } = scene();
    jest.mocked(globalThis.fetch).mockRejectedValueOnce(new TypeError("offline"));
    time.askNow();
    await jest.advanceTimersByTimeAsync(0);
    expect(log.at(-1)).toBe("otherwise");
    hanging(log);
    time.askNow();
    await jest.advanceTimersByTimeAsync(4999);
    expect(log.at(-1)).toBe("ask");
    await jest.advanceTimersByTimeAsync(1);
    expect(log.slice(-2)).toEqual(["abort", "otherwise"]);
    time.close();
  });

  it("[RT2] a new request replaces one without an answer, and the end aborts it, both without a word", async () => {
    const { log, time } = scene();
    await jest.advanceTimersByTimeAsync(0);
    log.length = 0;
    hanging(log);
    time.askNow();
    time.askNow();
    await jest.advanceTimersByTimeAsync(0);
    expect(log).toEqual(["ask", "abort", "ask"]);
    time.close();
    await jest.advanceTimersByTimeAsync(0);
    expect(log).toEqual(["ask", "abort", "ask", "abort"]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("[RT4, PL51] an answer corrects the clock by a second or more, unless the answer was slow", async () => {
    const { log, time, offset } = scene();
    await jest.advanceTimersByTimeAsync(0);
    expect(offset()).toBe(500);
    time.receive(START + 500 + WORTH_CORRECTING - 1, 0);
    time.receive(START + 600_000, SLOW_ANSWER + 1);
    expect(offset()).toBe(500);
    time.receive(START + 60_000, 2000);
    expect(offset()).toBe(61_000);
    expect(log).toEqual(["ask", "offset", "offset"]);
    time.close();
  });
});

describe("a server's date", () => {
  let server: Server;
  let given: Record<string, string> = {};
  beforeAll(async () => {
    server = createServer((_, response) => {
      response.sendDate = false;
      response.writeHead(200, given);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => void server.close());

  it.each<[string, Record<string, string>, number | null]>([
    ["a date means the middle of its second", { date: DATE }, START + 500],
    ["a cache's age is added", { date: DATE, age: "90" }, START + 90_500],
    ["a missing date is ignored", {}, null],
    ["an invalid date is ignored", { date: "yesterday" }, null],
    ["a date with an invalid age is ignored", { date: DATE, age: "old" }, null],
    ["a date with a negative age is ignored", { date: DATE, age: "-1" }, null],
  ])("[RT5] %s", async (_, headers, expected) => {
    given = headers;
    const { port } = server.address() as AddressInfo;
    // The request takes no time, so the date alone determines the result.
    jest.spyOn(performance, "now").mockReturnValue(0);
    const told = await new Promise<number | null>((resolve) => {
      const hear = (offset: number | null): void => {
        time.close();
        resolve(offset);
      };
      const time = followServerTime({
        page: `http://127.0.0.1:${port}/`,
        otherwise: () => hear(null),
        localNow: () => 0,
        offset: () => null,
        onOffset: hear,
      });
    });
    expect(told).toBe(expected);
  });
});
