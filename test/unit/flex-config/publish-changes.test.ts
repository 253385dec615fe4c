import { publishByFunctions } from "@schedule-manager/flex-config/live/publish-by-functions";
import { publishChanges } from "@schedule-manager/flex-config/live/publish-changes";
import type { PublishChange, PublishRequest } from "@schedule-manager/shared/api/api";

const added = (count: number): PublishChange[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: "rule",
    id: `rule-${index}`,
    base: null,
    value: { name: `Rule ${index}`, isOpen: true },
  }));
const busy = { error: { code: "sync-busy", message: "m", details: { retryAfterMs: 5000 } }, now: 0 };

/** Functions that give these answers in turn, and then accept every publish. */
async function run(count: number, answers: readonly object[] = []) {
  const sent: PublishRequest[] = [];
  const waits: number[] = [];
  const told: number[] = [];
  const done: number[] = [];
  let now = 0;
  const queue = [...answers];
  const fetching = jest.spyOn(globalThis, "fetch").mockImplementation(async (_url, init) => {
    const request = JSON.parse((init?.body as URLSearchParams).get("publish") ?? "") as PublishRequest;
    sent.push(request);
    now += 1000;
    const published = { id: request.id, version: "2", items: [], skipped: [], now: 0 };
    return new Response(JSON.stringify(queue.shift() ?? published));
  });
  const publisher = publishByFunctions({ url: "https://functions", token: "t" });
  const result = await publishChanges(publisher, added(count), {
    shards: 8,
    now: () => now,
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    onPublished: (progress) => done.push(progress.done),
    onWait: (ms) => told.push(ms),
  });
  fetching.mockRestore();
  return { result, sent, waits, told, done };
}

describe("publishing through the functions", () => {
  it("[FC5] 200 new items are split into several publishes at Sync's rate, and every wait is reported", async () => {
    const { result, sent, waits, told, done } = await run(200);
    expect(result).toEqual({ ok: true, answer: { done: 200 } });
    expect(sent.map(({ changes }) => changes.length)).toEqual([155, 45]);
    expect(done).toEqual([155, 200]);
    expect(waits).toEqual([10_000]);
    expect(told).toEqual(waits);
  });

  it("[FC5] a publish refused with sync-busy is repeated unchanged after the requested wait", async () => {
    const { result, sent, waits } = await run(3, [busy, busy]);
    expect(result).toMatchObject({ ok: true });
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(waits).toEqual([5000, 5000]);
  });

  it("[FC5] a publish that stays busy is refused, and no later one is sent", async () => {
    const { result, sent } = await run(
      200,
      Array.from({ length: 20 }, () => busy),
    );
    expect(result).toMatchObject({ ok: false, failure: { code: "sync-busy" } });
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    ["sync-busy", { retryAfterMs: 5000 }, 5000],
    ["publish-in-progress", { retryAfterMs: 200 }, 3000],
    ["publish-interrupted", undefined, 3000],
    ["sync-busy", { retryAfterMs: 600_000 }, 60_000],
  ])(
    "[FC5] after %s with %j the publish is repeated in %i ms, at most five times",
    async (code, details, pause) => {
      const refusal = { error: { code, message: "m", details } };
      expect((await run(1, [refusal])).waits).toEqual([pause]);
      const { result, sent, told } = await run(
        1,
        Array.from({ length: 6 }, () => refusal),
      );
      expect(result).toMatchObject({ ok: false, failure: { code } });
      expect([sent.length, told]).toEqual([6, Array(5).fill(pause)]);
      const five = await run(
        1,
        Array.from({ length: 5 }, () => refusal),
      );
      expect(five.result).toEqual({ ok: true, answer: { done: 1 } });
    },
  );

  it("[FC5] another refusal, and an answer of another shape, end the publish at once", async () => {
    const refused = await run(200, [{ error: { code: "not-allowed", message: "No." } }]);
    expect(refused.result).toEqual({ ok: false, failure: { code: "not-allowed", message: "No." } });
    expect([refused.sent.length, refused.done]).toEqual([1, []]);
    const strange = await run(1, [{ page: "Sign in" }]);
    expect(strange.result).toEqual({
      ok: false,
      failure: {
        code: "sync-unreachable",
        message: "The functions at https://functions are unreachable: an answer of another shape (200).",
      },
    });
    expect(strange.sent).toHaveLength(1);
  });
});
