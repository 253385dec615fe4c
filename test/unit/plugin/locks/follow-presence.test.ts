import { PRESENCE } from "@schedule-manager/shared/sync/layout";
import { followPresence } from "@schedule-manager/plugin/locks/follow-presence";
import type { PresenceEvent } from "@schedule-manager/plugin/locks/presence";
import { type MapListener, type SyncConnection, SyncProblem } from "@schedule-manager/plugin/sync/connection";
import { REF } from "./two-pages";

const RETRY = 30_000;
const LOCK = { lockId: "page-a", by: { identity: "ada" }, since: "2026-01-01T00:00:00.000Z", beat: 0 };
const lost = (status: number) => ({ status, code: 0, message: "gone" });

/** A map of locks whose watch can be refused and lost. */
function locks(refusal: SyncProblem | null = null) {
  const opened: MapListener[] = [];
  const told: PresenceEvent[] = [];
  const state = { refusal, closed: 0 };
  const watchMap: SyncConnection["watchMap"] = (name, listener) => {
    if (state.refusal !== null) return Promise.reject(state.refusal);
    expect(name).toBe(PRESENCE);
    opened.push(listener);
    return Promise.resolve({ close: () => (state.closed += 1) });
  };
  const stop = followPresence({ watchMap } as SyncConnection, (events) => told.push(...events));
  return { opened, told, state, stop };
}
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe("the map of locks", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("[LK21] a lost watch of the locks opens again, and its events arrive", async () => {
    const { opened, told, stop } = locks();
    await pass(0);
    opened[0]?.lost(lost(503));
    await pass(RETRY - 1);
    expect(opened).toHaveLength(1);
    await pass(1);
    expect(opened).toHaveLength(2);
    opened[1]?.changed({ key: REF, data: LOCK, revision: "0", updated: 7 });
    expect(told).toEqual([{ type: "changed", entry: { ref: REF, data: LOCK, updated: 7 } }]);
    stop();
  });

  it("[LK14] the locks of the map are told together, without those that are no locks", async () => {
    const { opened, told, stop } = locks();
    await pass(0);
    const item = (key: string, data: unknown) => ({ key, data, revision: "0", updated: 7 });
    opened[0]?.reset([item(REF, LOCK), item("nonsense", LOCK), item("s:other", { lockId: 7 })]);
    expect(told).toEqual([{ type: "reset", entries: [{ ref: REF, data: LOCK, updated: 7 }] }]);
    opened[0]?.changed(item("s:other", { lockId: 7 }));
    stop();
    expect(told).toHaveLength(1);
  });

  it("[LK21] a watch that Sync refuses for now is tried again", async () => {
    const { opened, state, stop } = locks();
    await pass(0);
    state.refusal = new SyncProblem(429, 0, "too fast");
    opened[0]?.lost(lost(503));
    await pass(RETRY);
    expect(opened).toHaveLength(1);
    state.refusal = null;
    await pass(RETRY);
    expect(opened).toHaveLength(2);
    stop();
  });

  it.each([403, 404])("[LK13] a map of locks that answers %d is not asked for again", async (status) => {
    const { opened, state, stop } = locks();
    await pass(0);
    opened[0]?.lost(lost(status));
    await pass(10 * RETRY);
    expect(opened).toHaveLength(1);
    stop();
    expect(state.closed).toBe(0);
  });

  it.each([403, 404])(
    "[LK13] a map of locks whose opening answers %d is not asked for again",
    async (status) => {
      const { opened, state } = locks(new SyncProblem(status, 0, "refused"));
      await pass(0);
      state.refusal = null;
      await pass(10 * RETRY);
      expect(opened).toHaveLength(0);
    },
  );

  it("[LK21] a stopped watch closes, does not open again, and passes on what it had gathered", async () => {
    const { opened, told, state, stop } = locks();
    await pass(0);
    opened[0]?.caughtUp();
    opened[0]?.removed(REF);
    opened[0]?.removed("nonsense");
    stop();
    expect(told).toEqual([{ type: "caughtUp" }, { type: "removed", ref: REF }]);
    expect(state.closed).toBe(1);
    opened[0]?.lost(lost(503));
    await pass(10 * RETRY);
    expect(opened).toHaveLength(1);
  });

  it("[LK21] a watch that opens after the stop closes", async () => {
    const { state, stop } = locks();
    stop();
    await pass(0);
    expect(state.closed).toBe(1);
  });
});
