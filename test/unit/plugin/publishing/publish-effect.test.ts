import type { PublishAnswer, PublishChange, PublishRequest } from "@schedule-manager/shared/api/api";
import { RATE_WINDOW, WINDOW_BUDGET } from "@schedule-manager/shared/api/write-limits";
import { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import type { CallCode, CallResult } from "@schedule-manager/plugin/functions/call";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import { publishChanges } from "@schedule-manager/plugin/publishing/publish-effect";
import { publishStarted } from "@schedule-manager/plugin/publishing/publishing";
import { sessionOpened } from "@schedule-manager/plugin/catalogue/session";
import { withManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { manualCloseChange, stored } from "@schedule-manager/plugin/catalogue/stored";
import type { LiveSchedule } from "@schedule-manager/plugin/catalogue/live-items";
import { EXAMPLE, liveSchedule } from "../items";
import { flexLikeStore, storeSelectors } from "../store";

const { selectLiveSchedules, selectSending } = storeSelectors();

/** Attempts per publish. All use the same id, so the publish happens once. */
const ATTEMPTS = 4;
/** ms before the first retry; the wait doubles each time, up to `LONGEST_WAIT`. */
const FIRST_WAIT = 1000;

const CHANGE: PublishChange = {
  kind: "schedule",
  id: EXAMPLE.id,
  base: { revision: "0", value: stored(EXAMPLE) },
  value: { ...stored(EXAMPLE), manualClose: true },
};
const DONE: PublishAnswer = {
  id: "id-1",
  version: "2",
  items: [{ kind: "schedule", id: EXAMPLE.id, revision: "1", value: CHANGE.value }],
  skipped: [],
  now: 0,
};
const failed = (code: CallCode, body: unknown = null): CallResult<PublishAnswer> => ({
  ok: false,
  code,
  message: "m",
  body,
});

function scene(answers: readonly CallResult<PublishAnswer>[], pace = new PublishPace()) {
  const traced: string[] = [];
  const store = flexLikeStore();
  store.dispatch(
    sessionOpened({
      token: "t",
      serviceSid: "IS0",
      ttl: 1,
      shards: 1,
      right: "edit",
      identity: "ada",
      now: 0,
    }),
  );
  store.dispatch(mapsOpened(["schedules-0", "rules-0"]));
  store.dispatch(liveChanged([{ type: "changed", item: liveSchedule(EXAMPLE) }]));
  const sent: PublishRequest[] = [];
  const sending: number[] = [];
  const waits: number[] = [];
  const queue = [...answers];
  const publish = (options: Parameters<typeof publishChanges>[2] = {}) =>
    publishChanges(
      {
        store,
        functions: {
          publish: async (request) => {
            sent.push(request);
            sending.push(selectSending(store.getState()).size);
            return queue.shift() ?? { ok: true, answer: DONE };
          },
        },
        newId: () => "id-1",
        localNow: () => 5,
        random: () => 0,
        wait: async (ms) => void waits.push(ms),
        pace,
        trace: (line) => traced.push(line),
      },
      [CHANGE],
      options,
    );
  return { store, sent, sending, waits, traced, publish };
}

const shown = (store: ReturnType<typeof flexLikeStore>) => selectLiveSchedules(store.getState())[0];

describe("publishing", () => {
  it("[PL37] a publish sends base and value, is in progress meanwhile, and applies the answer", async () => {
    const { store, sent, sending, publish } = scene([]);
    expect(await publish()).toEqual({ ok: true, id: "id-1", answer: DONE });
    expect(sent).toEqual([{ id: "id-1", changes: [CHANGE] }]);
    expect(sending).toEqual([1]);
    expect(store.getState().scheduleManager.publishing).toEqual({});
    expect(shown(store)).toMatchObject({ revision: "1", value: { ...EXAMPLE, manualClose: true } });
  });

  it.each<CallCode>(["unreachable", "sync-busy", "publish-interrupted"])(
    "[PL38] a publish that may have succeeded, or may later, is repeated with the same id: %s",
    async (code) => {
      const { sent, publish } = scene([failed(code), failed(code)]);
      expect((await publish()).ok).toBe(true);
      expect(sent.map(({ id }) => id)).toEqual(["id-1", "id-1", "id-1"]);
    },
  );

  it("[PL38] a lost answer waits for the own publish, and not for another person's", async () => {
    const inProgress = (own: boolean) =>
      failed("publish-in-progress", {
        error: { code: "publish-in-progress", message: "m", details: { own, retryAfterMs: 9000 } },
      });
    const mine = scene([failed("unreachable"), inProgress(true)]);
    expect((await mine.publish()).ok).toBe(true);
    expect(mine.sent.map(({ id }) => id)).toEqual(["id-1", "id-1", "id-1"]);
    expect(mine.waits).toEqual([FIRST_WAIT / 2, 9000]);
    const theirs = scene([inProgress(false)]);
    expect(await theirs.publish()).toMatchObject({ ok: false, code: "publish-in-progress" });
    expect(theirs.sent).toHaveLength(1);
  });

  it("[PL98] a rate limit waits as long as Sync says and sends the same publish again", async () => {
    const busy = failed("sync-busy", { error: { details: { retryAfterMs: 5000 } } });
    const { sent, waits, publish } = scene([busy, busy]);
    expect((await publish()).ok).toBe(true);
    expect(sent.map(({ id }) => id)).toEqual(["id-1", "id-1", "id-1"]);
    expect(waits).toEqual([5000, 5000]);
  });

  it.each([
    ["a minute for Sync's capacity", "sync-busy", false, 60_000],
    ["sixteen seconds for its own publish", "publish-in-progress", true, 16_000],
  ] as const)("[PL38, PL98] it waits at most %s", async (_case, code, own, expected) => {
    const body = { error: { code, message: "m", details: { own, retryAfterMs: 10 * 60_000 } } };
    const { waits, publish } = scene([failed(code, body)]);
    expect((await publish()).ok).toBe(true);
    expect(waits).toEqual([expected]);
  });

  it("[PL38] a wait that Sync does not name grows with each attempt", async () => {
    const { waits, publish } = scene([failed("unreachable"), failed("sync-busy"), failed("unreachable")]);
    expect((await publish()).ok).toBe(true);
    expect(waits).toEqual([FIRST_WAIT / 2, FIRST_WAIT, 2 * FIRST_WAIT]);
  });

  it("[PB32] a note goes with the publish, and its answer is told while it is in progress", async () => {
    const { store, sent, publish } = scene([]);
    const told: unknown[] = [];
    const onPublished = (answer: PublishAnswer): void => {
      told.push(answer, selectSending(store.getState()).size);
    };
    await publish({ note: "Winter", onPublished });
    expect(sent).toEqual([{ id: "id-1", changes: [CHANGE], note: "Winter" }]);
    expect(told).toEqual([DONE, 1]);
    const refused = scene([failed("publish-conflict")]);
    await refused.publish({ onPublished });
    expect(told).toHaveLength(2);
  });

  it("[DE2] the traces tell each attempt and its outcome", async () => {
    const { traced, publish } = scene([failed("unreachable")]);
    await publish();
    expect(traced).toEqual([
      "sends id-1",
      'sends id-1 again in 500 ms, after "unreachable": m',
      "id-1 is published",
    ]);
    const pace = new PublishPace();
    pace.published({ creations: WINDOW_BUDGET, writes: new Map<string, number>() }, 0);
    const late = scene([failed("publish-conflict")], pace);
    await late.publish();
    expect(late.traced).toEqual([
      `sends id-1 in ${RATE_WINDOW - 5} ms, below Sync's rate limit`,
      'id-1 is refused as "publish-conflict"',
    ]);
  });

  it("[PL98] a publish waits before Sync would refuse it because of this page's earlier publishes", async () => {
    const pace = new PublishPace();
    const share = (creations: number) => ({ creations, writes: new Map<string, number>() });
    pace.published(share(WINDOW_BUDGET - 8), 0);
    const small = scene([], pace);
    await small.publish();
    expect(small.waits).toEqual([]);
    pace.published(share(8), 0);
    const late = scene([], pace);
    await late.publish();
    expect(late.waits).toEqual([RATE_WINDOW - 5]);
    expect(late.sending).toEqual([1]);
  });

  it("[PL39] a publish fails after a few attempts, and its failure stays until it is closed", async () => {
    const { store, sent, publish } = scene(Array.from({ length: 9 }, () => failed("unreachable")));
    expect(await publish()).toMatchObject({ ok: false, code: "unreachable" });
    expect(sent).toHaveLength(ATTEMPTS);
    expect(store.getState().scheduleManager.publishing["id-1"]).toMatchObject({
      state: { type: "failed", code: "unreachable" },
    });
    expect(selectSending(store.getState()).size).toBe(0);
  });

  it("[VW2] a failure is removed when all its items are published again", async () => {
    const { store, publish } = scene([failed("publish-in-progress")]);
    await publish();
    expect(Object.keys(store.getState().scheduleManager.publishing)).toEqual(["id-1"]);
    store.dispatch(publishStarted({ id: "other", refs: ["s:other"] }));
    expect(Object.keys(store.getState().scheduleManager.publishing)).toEqual(["id-1", "other"]);
    expect(await publish()).toMatchObject({ ok: true });
    expect(Object.keys(store.getState().scheduleManager.publishing)).toEqual(["other"]);
  });

  it("[PL40] a conflict is not retried, and the live versions are applied and kept with the failure", async () => {
    const items = [
      {
        kind: "schedule" as const,
        id: EXAMPLE.id,
        revision: "7",
        value: { ...stored(EXAMPLE), name: "Theirs" },
      },
    ];
    const { store, sent, publish } = scene([failed("publish-conflict", { items })]);
    expect(await publish()).toEqual({ ok: false, id: "id-1", code: "publish-conflict", items });
    expect(sent).toHaveLength(1);
    expect(shown(store)?.value?.name).toBe("Theirs");
  });

  it("[PL41] the answer to a deletion removes the item", async () => {
    const gone = {
      ...DONE,
      items: [{ kind: "schedule" as const, id: EXAMPLE.id, revision: null, value: null }],
    };
    const { store, publish } = scene([{ ok: true, answer: gone }]);
    await publish();
    expect(shown(store)).toBeUndefined();
  });
});

describe("a manual close", () => {
  const item = (value: Schedule): LiveSchedule => liveSchedule(value, "3") as LiveSchedule;

  it("[PL42] a manual close changes nothing else of the schedule and drops its planned end and its note", () => {
    const close = { until: "2026-01-01T00:00:00Z", note: "Fire alarm", isNoteSpoken: true };
    const closed = item(withManualClose(EXAMPLE, close));
    expect(manualCloseChange(closed, null)).toEqual({
      kind: "schedule",
      id: EXAMPLE.id,
      base: { revision: "3", value: stored(closed.value ?? EXAMPLE) },
      value: stored(EXAMPLE),
    });
  });

  it("[PL43] a manual close that is set already, or of an invalid item, is no change", () => {
    expect(manualCloseChange(item(EXAMPLE), null)).toBeNull();
    const close = { note: "Fire alarm" };
    expect(manualCloseChange(item(withManualClose(EXAMPLE, close)), close)).toBeNull();
    expect(manualCloseChange(liveSchedule(null) as LiveSchedule, {})).toBeNull();
  });
});
