import type { PublishChange, PublishRequest } from "@schedule-manager/shared/api/api";
import { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import { MAX_CHANGES } from "@schedule-manager/shared/api/write-limits";
import { mapOf } from "@schedule-manager/shared/sync/layout";
import { sessionOpened } from "@schedule-manager/plugin/catalogue/session";
import { type PartsProgress, publishParts } from "@schedule-manager/plugin/publishing/publish-parts";
import { flexLikeStore } from "../store";

const changes = (count: number): readonly PublishChange[] =>
  Array.from({ length: count }, (_, n) => ({
    kind: "rule",
    id: `rule-${n}`,
    base: { revision: "1", value: { name: `${n}`, isOpen: true } },
    value: { name: `${n}`, isOpen: false },
  }));

const IN_ONE_SHARD = changes(4000).filter(({ id }) => mapOf("rule", id, 8) === mapOf("rule", "rule-0", 8));

/** @param refused the number of the refused publish; @param stopAt stops after this many changes */
function scene({ refused = 0, stopAt = Infinity } = {}) {
  const sent: PublishRequest[] = [];
  const progress: PartsProgress[] = [];
  const waits: number[] = [];
  const stop = new AbortController();
  let now = 0;
  const store = flexLikeStore();
  store.dispatch(
    sessionOpened({
      token: "t",
      serviceSid: "IS0",
      ttl: 1,
      shards: 8,
      right: "edit",
      identity: "ada",
      now: 0,
    }),
  );
  const deps = {
    store,
    functions: {
      publish: async (request: PublishRequest) => {
        sent.push(request);
        now += 1000;
        return sent.length === refused
          ? ({ ok: false, code: "publish-conflict", message: "", body: null } as const)
          : ({ ok: true, answer: { id: request.id, version: "2", items: [], skipped: [], now: 0 } } as const);
      },
    },
    newId: () => `publish-${sent.length}`,
    localNow: () => now,
    random: () => 0,
    wait: async (ms: number) => {
      waits.push(ms);
      now += ms;
    },
    pace: new PublishPace(),
  };
  const run = (all: readonly PublishChange[]) =>
    publishParts(deps, {
      changes: all,
      signal: stop.signal,
      onProgress: (told) => {
        progress.push(told);
        if (told.done >= stopAt) stop.abort();
      },
    });
  return { deps, sent, progress, waits, stop, run };
}
const sizes = (sent: readonly PublishRequest[]) => sent.map(({ changes: part }) => part.length);

describe("several publishes for many changes", () => {
  it("[TA5] many changes are published in several atomic publishes, each reported before and after", async () => {
    const { sent, progress, run } = scene();
    const count = MAX_CHANGES + 20;
    expect(await run(changes(count))).toEqual({ done: count, count, failure: null });
    expect(sizes(sent)).toEqual([MAX_CHANGES, 20]);
    expect(progress.map(({ done, partsLeft }) => [done, partsLeft])).toEqual([
      [0, 2],
      [0, 1],
      [MAX_CHANGES, 1],
      [MAX_CHANGES, 0],
      [count, 0],
    ]);
  });

  it("[TA5] publishing stops at the first publish that fails and reports the number done", async () => {
    const { sent, run } = scene({ refused: 2 });
    expect(await run(changes(MAX_CHANGES * 3))).toEqual({
      done: MAX_CHANGES,
      count: MAX_CHANGES * 3,
      failure: { code: "publish-conflict", id: "publish-1" },
    });
    expect(sent).toHaveLength(2);
    expect(await scene().run([])).toEqual({ done: 0, count: 0, failure: null });
  });

  it("[PL99] after a stop no publish is sent, and none is reported as in progress", async () => {
    const { deps, sent, run } = scene({ stopAt: MAX_CHANGES });
    const count = MAX_CHANGES * 3;
    expect(await run(changes(count))).toEqual({ done: MAX_CHANGES, count, failure: null });
    expect(sizes(sent)).toEqual([MAX_CHANGES]);
    expect(deps.store.getState().scheduleManager.publishing).toEqual({});
  });

  it("[PL99] a stop ends the wait for Sync's rate limit", async () => {
    const { deps, sent, stop, run } = scene();
    deps.wait = () => {
      setTimeout(() => {
        stop.abort();
      }, 0);
      return new Promise(() => undefined);
    };
    const count = IN_ONE_SHARD.length;
    const { done, failure } = await run(IN_ONE_SHARD);
    expect([sizes(sent), failure]).toEqual([[done], null]);
    expect(done).toBeLessThan(count);
  });

  it("[PB32] each part carries the note", async () => {
    const { deps, sent } = scene();
    await publishParts(deps, { changes: changes(MAX_CHANGES + 1), note: "Winter" });
    expect(sent.map(({ note }) => note)).toEqual(["Winter", "Winter"]);
  });

  it("[PL99] a part of which nothing remains is not sent, and counts as done", async () => {
    const { deps, sent } = scene();
    const all = changes(MAX_CHANGES + 1);
    const told: number[] = [];
    const outcome = await publishParts(deps, {
      changes: all,
      current: (part) => (part.length === 1 ? [] : part.slice(1)),
      onPublished: (part) => told.push(part.length),
    });
    expect(outcome).toEqual({ done: all.length, count: all.length, failure: null });
    expect([sizes(sent), told]).toEqual([[MAX_CHANGES - 1], [MAX_CHANGES - 1]]);
  });

  it("[PL99] changes are published without a way to stop them", async () => {
    const { deps } = scene();
    const all = changes(MAX_CHANGES + 1);
    expect(await publishParts(deps, { changes: all })).toEqual({
      done: all.length,
      count: all.length,
      failure: null,
    });
  });

  it("[PB28] 400 changes of one shard are three publishes within the rate limit of Sync", async () => {
    const { sent, waits, run } = scene();
    expect(await run(IN_ONE_SHARD.slice(0, 400))).toEqual({ done: 400, count: 400, failure: null });
    expect(sizes(sent)).toEqual([190, 190, 20]);
    expect(waits).toEqual([10_000, 10_000]);
  });
});
