import type { SyncTokenAnswer } from "@schedule-manager/shared/api";
import type { CallCode, CallResult } from "@schedule-manager/plugin/functions/call";
import { type Attachment, Attachments, type HubControl } from "@schedule-manager/plugin/sync/attachments";
import { FIRST_WAIT, LONGEST_WAIT, backoff } from "@schedule-manager/plugin/sync/backoff";
import { SyncProblem } from "@schedule-manager/plugin/sync/connection";
import { type HubOptions, openHub, STUCK } from "@schedule-manager/plugin/sync/hub";
import { MemorySync } from "../../contract/plugin-sync/memory-sync";

const session = (token: string): SyncTokenAnswer => ({
  token,
  serviceSid: "IS0",
  ttl: 3600,
  shards: 1,
  right: "edit",
  identity: "ada",
  now: 0,
});

/** A hub on a Sync in memory, with a log of what happens; the functions answer `answers` in turn, then tokens. */
function scene(answers: readonly CallCode[] = [], more: Pick<HubOptions, "renewAfter" | "busyWait"> = {}) {
  const sync = new MemorySync();
  const log: string[] = [];
  const queue = [...answers];
  let tokens = 0;
  let control: HubControl | null = null;
  const attach: Attachment = (_, { token }, hub) => {
    control = hub;
    log.push(`attach:${token}`);
    return () => log.push("detach");
  };
  const hub = openHub({
    connect: sync.connect,
    syncToken: async (): Promise<CallResult<SyncTokenAnswer>> => {
      const code = queue.shift();
      log.push("ask");
      if (code !== undefined) return { ok: false, code, message: "", body: null };
      tokens += 1;
      return { ok: true, answer: session(`t${tokens}`) };
    },
    onState: (state) => log.push("reason" in state ? `${state.state}:${state.reason}` : state.state),
    attachments: new Attachments([attach]),
    random: () => 0.999,
    ...more,
  });
  return { sync, log, hub, fail: (problem: unknown) => control?.fail(problem) };
}

const turn = () => jest.advanceTimersByTimeAsync(0);

describe("the hub", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("[PL22] fetches a token, opens one client and starts what is attached", async () => {
    const { log, sync } = scene();
    await turn();
    expect(log).toEqual(["connecting", "ask", "attach:t1", "connected"]);
    expect(sync.clients).toBe(1);
  });

  it("[PL23] says that the socket is lost and that it is back, without opening anything anew", async () => {
    const { log, sync } = scene();
    await turn();
    sync.interrupt();
    sync.restore();
    expect(log.slice(4)).toEqual(["interrupted:network", "connected"]);
    expect(sync.tokens).toEqual(["t1"]);
  });

  it("[OC31] says so when the first socket does not come, and when it comes after all", async () => {
    const { log, sync } = scene();
    sync.interrupt();
    await turn();
    await jest.advanceTimersByTimeAsync(STUCK);
    expect(log).toEqual(["connecting", "ask", "attach:t1", "interrupted:network"]);
    sync.restore();
    expect(log.slice(4)).toEqual(["connected"]);
  });

  it("[PL24] brings a new token before the old one ends, on the same client", async () => {
    const { log, sync } = scene();
    await turn();
    sync.tell((client) => client.tokenEnding());
    await turn();
    expect(sync.tokens).toEqual(["t1", "t2"]);
    expect(log.filter((line) => line.startsWith("attach"))).toHaveLength(1);
  });

  it("[PL25] brings a new token when Twilio denies the old one, as after a long sleep", async () => {
    const { log, sync } = scene();
    await turn();
    sync.tell((client) => client.state("denied"));
    await turn();
    expect(log.slice(4)).toEqual(["interrupted:denied", "ask", "connected"]);
    expect(sync.tokens).toEqual(["t1", "t2"]);
  });

  it("[PL26] helps a socket that stays away with a new token", async () => {
    const { sync } = scene();
    await turn();
    sync.interrupt();
    await jest.advanceTimersByTimeAsync(STUCK - 1);
    expect(sync.tokens).toEqual(["t1"]);
    await jest.advanceTimersByTimeAsync(1);
    expect(sync.tokens).toEqual(["t1", "t2"]);
  });

  it("[PL27] goes on asking for a token with growing waits", async () => {
    const { log } = scene(["unreachable", "sync-busy"]);
    await turn();
    expect(log).toEqual(["connecting", "ask", "interrupted:unreachable"]);
    await jest.advanceTimersByTimeAsync(backoff(1, 0.999));
    expect(log.slice(3)).toEqual(["ask", "interrupted:sync-busy"]);
    await jest.advanceTimersByTimeAsync(backoff(2, 0.999));
    expect(log.slice(5)).toEqual(["ask", "attach:t1", "connected"]);
  });

  it("[PL28] does not go on where nothing gets better by itself, until it is told to", async () => {
    const { log, hub } = scene(["not-allowed"]);
    await jest.advanceTimersByTimeAsync(10 * LONGEST_WAIT);
    expect(log).toEqual(["connecting", "ask", "failed:not-allowed"]);
    hub.retry();
    await turn();
    expect(log.slice(3)).toEqual(["connecting", "ask", "attach:t1", "connected"]);
  });

  it.each([
    [new SyncProblem(404, 54300, ""), "not-set-up"],
    [new SyncProblem(403, 54007, ""), "denied"],
    [new SyncProblem(429, 54009, ""), "sync-busy"],
    [new SyncProblem(0, 0, ""), "network"],
    [new Error("bug"), "internal"],
  ])("[PL29] starts anew, after a wait, when a watch ended: %s is %s", async (problem, reason) => {
    const { log, sync, fail } = scene();
    await turn();
    fail(problem);
    expect(log.slice(4)).toEqual(["detach", `interrupted:${reason}`]);
    expect(sync.clients).toBe(0);
    await jest.advanceTimersByTimeAsync(FIRST_WAIT);
    expect(log.slice(6)).toEqual(["ask", "attach:t2", "connected"]);
    expect(sync.clients).toBe(1);
  });

  it("[OC24] renews a token when its turn comes, long before it ends, and again and again", async () => {
    const lives: number[] = [];
    const { sync, hub } = scene([], { renewAfter: (life) => (lives.push(life), life / 2) });
    await turn();
    await jest.advanceTimersByTimeAsync(1_799_999);
    expect(sync.tokens).toEqual(["t1"]);
    await jest.advanceTimersByTimeAsync(1);
    expect(sync.tokens).toEqual(["t1", "t2"]);
    await jest.advanceTimersByTimeAsync(1_800_000);
    expect(sync.tokens).toEqual(["t1", "t2", "t3"]);
    expect(lives).toEqual([3_600_000, 3_600_000, 3_600_000]);
    hub.close();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("[SL10] comes back in its turn when Sync was too busy", async () => {
    const { log, fail } = scene([], { busyWait: () => 120_000 });
    await turn();
    fail(new SyncProblem(429, 54009, ""));
    await jest.advanceTimersByTimeAsync(119_999);
    expect(log.slice(4)).toEqual(["detach", "interrupted:sync-busy"]);
    await jest.advanceTimersByTimeAsync(1);
    expect(log.slice(6)).toEqual(["ask", "attach:t2", "connected"]);
  });

  it("[PL30] nothing of a client that was given up is heard any more", async () => {
    const { log, fail, hub } = scene();
    await turn();
    hub.close();
    fail(new Error("late"));
    await jest.advanceTimersByTimeAsync(LONGEST_WAIT);
    expect(log.slice(4)).toEqual(["detach"]);
  });

  it("[PL31] waits differ from browser to browser and stay within bounds", () => {
    expect(backoff(1, 0)).toBe(FIRST_WAIT / 2);
    expect(backoff(1, 0.999999)).toBe(FIRST_WAIT);
    expect(backoff(99, 0.999999)).toBe(LONGEST_WAIT);
    expect(backoff(99, 0)).toBe(LONGEST_WAIT / 2);
  });
});
