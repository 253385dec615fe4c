import { followServerTime } from "@schedule-manager/plugin/catalogue/server-time";

const START = Date.parse("2026-03-02T16:00:00Z");
const DATE = "Mon, 02 Mar 2026 16:00:00 GMT";

/** A computer that shows `START`, and whose page's server answers with these headers. */
async function offsets(headers: Record<string, string>, known: number | null = null) {
  const log: unknown[] = [];
  jest.spyOn(globalThis, "fetch").mockResolvedValue({ headers: new Headers(headers) } as Response);
  const time = followServerTime({
    page: "http://desk.example.com/",
    otherwise: () => log.push("otherwise"),
    localNow: () => START,
    offset: () => known,
    onOffset: (next) => log.push(next),
  });
  await jest.advanceTimersByTimeAsync(0);
  return { time, log };
}

describe("the date of an answer", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it.each([
    [{ date: DATE }, 500],
    [{ date: DATE, age: "0" }, 500],
    [{ date: DATE, age: "90" }, 90_500],
    [{ date: DATE, age: "-1" }, "otherwise"],
    [{ date: DATE, age: "soon" }, "otherwise"],
    [{ date: "soon" }, "otherwise"],
    [{}, "otherwise"],
  ] as const)("[RT5] the headers %j mean %s", async (headers, expected) => {
    const { time, log } = await offsets(headers);
    expect(log).toEqual([expected]);
    time.close();
  });

  it.each([
    [5000, 0, [2500]],
    [5001, 0, []],
    [0, 999, []],
    [0, 1000, [1000]],
    [0, -1000, [-1000]],
  ])(
    "[RT4] an answer after %d ms by a clock that is %d ms ahead corrects: %j",
    async (took, ahead, expected) => {
      const { time, log } = await offsets({ date: DATE }, 0);
      log.length = 0;
      time.receive(START + ahead, took);
      expect(log).toEqual(expected);
      time.close();
    },
  );
});
