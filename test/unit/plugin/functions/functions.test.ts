import { httpFunctions } from "@schedule-manager/plugin/functions/functions";

type Answer = { status: number; body: unknown } | Error | null;

/** Functions whose next answer is given; null: none arrives. */
function functions(answer: Answer) {
  const requests: { url: string; body: string; method: string | undefined; keepalive?: true }[] = [];
  const times: number[] = [];
  const durations: number[] = [];
  globalThis.fetch = ((url: string, { method, body, signal, keepalive }: RequestInit) => {
    const outlives = keepalive === true ? { keepalive } : {};
    requests.push({ url, method, body: String(body as URLSearchParams), ...outlives });
    if (answer instanceof Error) return Promise.reject(answer);
    if (answer === null)
      return new Promise((_, reject) => {
        signal?.addEventListener("abort", () => {
          reject(new Error("aborted"));
        });
      });
    const { status } = answer;
    const json = (): Promise<unknown> =>
      answer.body === undefined ? Promise.reject(new Error("no JSON")) : Promise.resolve(answer.body);
    return Promise.resolve({ ok: status < 400, status, json });
  }) as never;
  const called = httpFunctions(
    "https://f.example",
    () => "token",
    (now, took) => {
      times.push(now);
      durations.push(took);
    },
  );
  return { called, requests, times, durations };
}

describe("a call of the functions", () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
    jest.useRealTimers();
  });

  it("[PL106] carries the person's token, and each function has its path", async () => {
    const { called, requests } = functions({ status: 200, body: {} });
    await called.syncToken();
    await called.health();
    await called.list();
    await called.publish({ id: "one", changes: [] });
    await called.releaseLocks({ lockId: "page", items: ["s:a"] });
    expect(requests).toEqual([
      { url: "https://f.example/sync-token", method: "POST", body: "Token=token" },
      { url: "https://f.example/health", method: "POST", body: "Token=token" },
      { url: "https://f.example/admin/list", method: "POST", body: "Token=token" },
      {
        url: "https://f.example/admin/publish",
        method: "POST",
        body: `Token=token&publish=${encodeURIComponent('{"id":"one","changes":[]}')}`,
      },
      {
        url: "https://f.example/admin/release-locks",
        method: "POST",
        body: "Token=token&locks=%7B%22lockId%22%3A%22page%22%2C%22items%22%3A%5B%22s%3Aa%22%5D%7D",
        keepalive: true,
      },
    ]);
  });

  it("[RT3] an answer's time corrects the clock, a refusal's too, and a text does not", async () => {
    const { called, times } = functions({ status: 200, body: { now: 5 } });
    expect(await called.health()).toEqual({ ok: true, answer: { now: 5 } });
    expect(times).toEqual([5]);
    const refused = functions({ status: 409, body: { now: 6 } });
    await refused.called.health();
    expect(refused.times).toEqual([6]);
    const text = functions({ status: 200, body: { now: "7" } });
    await text.called.health();
    expect(text.times).toEqual([]);
  });

  it("[RT4] the time comes with the duration of its call", async () => {
    const clock = jest.spyOn(performance, "now").mockReturnValueOnce(1000).mockReturnValueOnce(1250);
    const { called, durations } = functions({ status: 200, body: { now: 5 } });
    await called.health();
    expect(durations).toEqual([250]);
    clock.mockRestore();
  });

  it.each<[string, Answer, object]>([
    [
      "a known code keeps its message and body",
      { status: 409, body: { error: { code: "publish-conflict", message: "m" } } },
      { code: "publish-conflict", message: "m", body: { error: { code: "publish-conflict", message: "m" } } },
    ],
    [
      "an unknown code is no answer",
      { status: 500, body: { error: { code: "surprise", message: "m" } } },
      { code: "unreachable", message: "HTTP 500" },
    ],
    [
      "a failure without a body is no answer",
      { status: 502, body: null },
      { code: "unreachable", message: "HTTP 502" },
    ],
    [
      "an answer that is no JSON is no answer",
      { status: 200, body: undefined },
      { code: "unreachable", body: null },
    ],
    [
      "a lost connection is no answer",
      new Error("offline"),
      { code: "unreachable", message: "Error: offline" },
    ],
  ])("[PL105] %s", async (_case, answer, expected) => {
    const result = await functions(answer).called.list();
    expect(result).toMatchObject({ ok: false, ...expected });
  });

  it("[PL105] a call ends after twelve seconds without an answer, and leaves no timer", async () => {
    jest.useFakeTimers();
    const waiting = functions(null).called.list();
    let ended = false;
    void waiting.then(() => (ended = true));
    await jest.advanceTimersByTimeAsync(11_999);
    expect(ended).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await waiting).toMatchObject({ ok: false, code: "unreachable" });
    await functions({ status: 200, body: {} }).called.list();
    expect(jest.getTimerCount()).toBe(0);
  });
});
