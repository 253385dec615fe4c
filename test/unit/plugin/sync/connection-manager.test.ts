import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import type { CallCode, CallResult } from "@schedule-manager/plugin/functions/call";
import { backoff } from "@schedule-manager/plugin/sync/backoff";
import { type ClientListener, SyncProblem } from "@schedule-manager/plugin/sync/connection";
import {
  ConnectionManager,
  type ConnectionManagerOptions,
} from "@schedule-manager/plugin/sync/connection-manager";
import {
  type ConnectionEvent,
  type ConnectionState,
  hasClient,
  TRANSITIONS,
} from "@schedule-manager/plugin/sync/connection-states";
import type { ConnectionTask } from "@schedule-manager/plugin/sync/connection-task";

/** ms before the first new attempt; each further one waits twice as long, up to the longest. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
/** ms that a socket may stay away before a new token is tried. */
const STUCK = 15_000;

const session = (token: string): SyncTokenAnswer => ({
  token,
  serviceSid: "IS0",
  ttl: 3600,
  shards: 1,
  right: "edit",
  identity: "ada",
  now: 0,
});

type Answer = CallCode | "token" | "never";

/** A manager on clients that do what they are told to, with a log of what people and tasks see. */
function scene(more: Partial<ConnectionManagerOptions> = {}) {
  const log: string[] = [];
  const steps: [ConnectionState, ConnectionEvent, ConnectionState][] = [];
  const answers: Answer[] = [];
  const tokens: string[] = [];
  const clients: ClientListener[] = [];
  let open = 0;
  let running = 0;
  let refusesTokens = false;
  let control: Parameters<ConnectionTask>[2] | null = null;
  const task: ConnectionTask = (_, { token }, given) => {
    control = given;
    running += 1;
    log.push(`start:${token}`);
    return () => {
      running -= 1;
      log.push("stop");
    };
  };
  const manager = new ConnectionManager({
    connect: (token, client) => {
      tokens.push(token);
      clients.push(client);
      open += 1;
      return {
        updateToken: async (next: string) => {
          if (refusesTokens) throw new SyncProblem(401, 20101, "");
          tokens.push(next);
        },
        close: () => (open -= 1),
      } as never;
    },
    fetchToken: (why): Promise<CallResult<SyncTokenAnswer>> => {
      log.push(`ask:${why}`);
      const answer = answers.shift() ?? "token";
      if (answer === "never") return new Promise(() => undefined);
      if (answer === "token") return Promise.resolve({ ok: true, answer: session(`t${tokens.length + 1}`) });
      return Promise.resolve({ ok: false, code: answer, message: "", body: null });
    },
    onStatus: (status) => log.push("reason" in status ? `${status.state}:${status.reason}` : status.state),
    random: () => 0.999,
    renewAfter: () => 24 * 3_600_000,
    jitter: () => 0,
    onTransition: (...step) => steps.push(step),
    ...more,
  });
  manager.addTask(task);
  const client = (): ClientListener => {
    const last = clients.at(-1);
    if (last === undefined) throw new Error("no client");
    return last;
  };
  return {
    manager,
    log,
    steps,
    answers,
    tokens,
    client,
    task,
    fail: (problem: unknown) => control?.fail(problem),
    refuseTokens: () => (refusesTokens = true),
    counts: () => ({ open, running }),
    state: (): ConnectionState => steps.at(-1)?.[2] ?? "idle",
  };
}
type Scene = ReturnType<typeof scene>;

const turn = () => jest.advanceTimersByTimeAsync(0);

/** How a scene gets into each state, from the first one on. */
const WAY: Readonly<Record<ConnectionState, (scene: Scene) => Promise<void>>> = {
  idle: async () => undefined,
  authorizing: async ({ manager, answers }) => {
    answers.unshift("never");
    manager.open();
  },
  connecting: async ({ manager }) => {
    manager.open();
    await turn();
  },
  connected: async (one) => {
    await WAY.connecting(one);
    one.client().state("connected");
  },
  reconnecting: async (one) => {
    await WAY.connected(one);
    one.client().state("disconnected");
  },
  reauthorizing: async (one) => {
    await WAY.connected(one);
    one.answers.unshift("never");
    one.client().state("denied");
    await turn();
  },
  proving: async (one) => {
    await WAY.connected(one);
    one.client().state("denied");
    await turn();
  },
  waiting: async (one) => {
    await WAY.connected(one);
    one.fail(new SyncProblem(0, 0, ""));
  },
  failed: async (one) => {
    await WAY.connected(one);
    one.client().state("unsupported");
  },
  closed: async ({ manager }) => manager.close(),
};

/** What makes each event happen; null: what answers a question that only some states ask. */
const CAUSE: Readonly<Record<ConnectionEvent, ((scene: Scene) => unknown) | null>> = {
  open: ({ manager }) => manager.open(),
  authorized: null,
  refused: null,
  forbidden: null,
  up: (one) => one.client().state("connected"),
  down: (one) => one.client().state("disconnected"),
  denied: (one) => one.client().state("denied"),
  unsupported: (one) => one.client().state("unsupported"),
  broken: ({ fail }) => fail(new SyncProblem(404, 0, "")),
  rejected: ({ fail }) => fail(new SyncProblem(403, 54007, "")),
  due: () => jest.advanceTimersByTimeAsync(LONGEST_WAIT),
  retry: ({ manager }) => manager.retry(),
  close: ({ manager }) => manager.close(),
};

const STATES = Object.keys(TRANSITIONS) as ConnectionState[];
const CAUSED = (Object.keys(CAUSE) as ConnectionEvent[]).filter((event) => CAUSE[event] !== null);
const PAIRS = STATES.flatMap((state) => CAUSED.map((event) => [state, event] as const));

describe("the one connection", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it.each(PAIRS)("[OC35] %s: %s leads where the table says, and nowhere else", async (state, event) => {
    const one = scene();
    await WAY[state](one);
    expect(one.state()).toBe(state);
    const before = one.steps.length;
    one.answers.unshift("never");
    const needsClient = !["open", "due", "retry", "close"].includes(event);
    // Without a client nobody can say so.
    if (needsClient && one.tokens.length === 0) return;
    await CAUSE[event]?.(one);
    const step = one.steps[before];
    const to = TRANSITIONS[state][event];
    // A client or task that was given up is not heard.
    if (to === undefined || (needsClient && !hasClient(state))) {
      expect(one.steps.slice(before).filter(([, happened]) => happened === event)).toEqual([]);
    } else expect(step).toEqual([state, event, to]);
    const count = hasClient(one.state()) ? 1 : 0;
    expect(one.counts()).toEqual({ open: count, running: count });
  });

  it.each<[ConnectionState, Answer, ConnectionState]>([
    ["authorizing", "token", "connecting"],
    ["authorizing", "sync-busy", "waiting"],
    ["authorizing", "not-allowed", "failed"],
    ["reauthorizing", "token", "proving"],
    ["reauthorizing", "unreachable", "waiting"],
    ["reauthorizing", "token-invalid", "failed"],
  ])("[OC35] %s: the answer %s leads to %s", async (state, answer, expected) => {
    const one = scene();
    if (state === "reauthorizing") await WAY.connected(one);
    one.answers.unshift(answer);
    if (state === "authorizing") one.manager.open();
    else one.client().state("denied");
    await turn();
    expect(one.state()).toBe(expected);
    const events = one.steps.filter(([from]) => from === state).map(([, event]) => event);
    expect(TRANSITIONS[state][events.at(-1) ?? "open"]).toBe(expected);
  });

  it("[OC35] every state can be reached, and all but the closed one can be left", () => {
    const reached = new Set<ConnectionState>(["idle"]);
    for (const state of reached) for (const to of Object.values(TRANSITIONS[state])) reached.add(to);
    expect([...reached].sort()).toEqual([...STATES].sort());
    expect(STATES.filter((state) => Object.keys(TRANSITIONS[state]).length === 0)).toEqual(["closed"]);
  });

  it.each(["unsupported", "denied"] as const)(
    "[OC36] a client that Twilio calls %s with a fresh token is given up, and not tried again",
    async (said) => {
      const { client, log, manager, counts } = scene();
      manager.open();
      await turn();
      client().state(said);
      await turn();
      if (said === "denied") client().state(said);
      await jest.advanceTimersByTimeAsync(10 * LONGEST_WAIT);
      expect(log.at(-1)).toBe(`failed:${said}`);
      expect(counts()).toEqual({ open: 0, running: 0 });
      expect(jest.getTimerCount()).toBe(0);
    },
  );

  it("[OC36] a map that the token may not read is not asked for again", async () => {
    const { log, fail, manager } = scene();
    manager.open();
    await turn();
    fail(new SyncProblem(403, 54007, ""));
    await jest.advanceTimersByTimeAsync(10 * LONGEST_WAIT);
    expect(log.slice(-2)).toEqual(["stop", "failed:denied"]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("[PL22] fetches a token, opens one client and starts its tasks", async () => {
    const one = scene();
    await WAY.connected(one);
    expect(one.log).toEqual(["connecting", "ask:start", "start:t1", "connected"]);
    expect(one.counts()).toEqual({ open: 1, running: 1 });
  });

  it("[PL23] tells that the socket is lost and that it is back, and opens nothing anew", async () => {
    const one = scene();
    await WAY.reconnecting(one);
    one.client().state("connecting");
    one.client().state("connected");
    expect(one.log.slice(4)).toEqual(["interrupted:network", "connected"]);
    expect(one.tokens).toEqual(["t1"]);
  });

  it("[OC31] tells when the first socket does not come, and when it comes after all", async () => {
    const one = scene();
    await WAY.connecting(one);
    await jest.advanceTimersByTimeAsync(STUCK);
    expect(one.log).toEqual(["connecting", "ask:start", "start:t1", "interrupted:network"]);
    one.client().state("connected");
    expect(one.log.slice(4)).toEqual(["connected"]);
  });

  it("[PL24] hands a new token to the same client before the old one ends", async () => {
    const one = scene();
    await WAY.connected(one);
    one.client().tokenEnding();
    await turn();
    expect(one.tokens).toEqual(["t1", "t2"]);
    expect(one.counts()).toEqual({ open: 1, running: 1 });
  });

  it("[PL24] asks again for a new token that could not be had", async () => {
    const one = scene();
    await WAY.connected(one);
    one.answers.unshift("unreachable");
    one.client().tokenEnding();
    await jest.advanceTimersByTimeAsync(STUCK + FIRST_WAIT);
    expect(one.tokens).toEqual(["t1", "t2"]);
    expect(one.state()).toBe("connected");
  });

  it("[PL25] replaces a token that Twilio denies, as after a long sleep, in the browser's turn", async () => {
    const one = scene({ jitter: () => 5000 });
    await WAY.connected(one);
    one.client().state("denied");
    await jest.advanceTimersByTimeAsync(4999);
    expect(one.log.slice(4)).toEqual(["interrupted:denied"]);
    await jest.advanceTimersByTimeAsync(1);
    one.client().state("connected");
    expect(one.log.slice(5)).toEqual(["ask:renew", "connected"]);
    expect(one.tokens).toEqual(["t1", "t2"]);
  });

  it("[PL25] gives up where the new token is not taken either", async () => {
    const one = scene();
    await WAY.connected(one);
    one.refuseTokens();
    one.client().tokenEnding();
    await turn();
    expect(one.state()).toBe("failed");
    expect(one.log.slice(4)).toEqual([
      "ask:renew",
      "interrupted:denied",
      "ask:renew",
      "stop",
      "failed:denied",
    ]);
  });

  it("[PL26] helps a socket that stays away with a new token", async () => {
    const one = scene();
    await WAY.reconnecting(one);
    await jest.advanceTimersByTimeAsync(STUCK - 1);
    expect(one.tokens).toEqual(["t1"]);
    await jest.advanceTimersByTimeAsync(1);
    expect(one.tokens).toEqual(["t1", "t2"]);
  });

  it("[PL27] goes on asking for a token with growing waits", async () => {
    const { log, answers, manager } = scene();
    answers.push("unreachable", "sync-busy");
    manager.open();
    await turn();
    expect(log).toEqual(["connecting", "ask:start", "interrupted:unreachable"]);
    await jest.advanceTimersByTimeAsync(backoff(1, 0.999));
    expect(log.slice(3)).toEqual(["ask:start", "interrupted:sync-busy"]);
    await jest.advanceTimersByTimeAsync(backoff(2, 0.999));
    expect(log.slice(5)).toEqual(["ask:start", "start:t1"]);
  });

  it("[PL28] waits to be told where nothing improves by itself", async () => {
    const { log, answers, manager } = scene();
    answers.push("not-allowed");
    manager.open();
    await jest.advanceTimersByTimeAsync(10 * LONGEST_WAIT);
    expect(log).toEqual(["connecting", "ask:start", "failed:not-allowed"]);
    manager.retry();
    await turn();
    expect(log.slice(3)).toEqual(["connecting", "ask:start", "start:t1"]);
  });

  it.each([
    [new SyncProblem(404, 54300, ""), "not-set-up"],
    [new SyncProblem(429, 54009, ""), "sync-busy"],
    [new SyncProblem(0, 0, ""), "network"],
    [new Error("bug"), "internal"],
  ])("[PL29] starts anew, after a wait, when a watch ended: %s is %s", async (problem, reason) => {
    const one = scene();
    await WAY.connected(one);
    one.fail(problem);
    expect(one.log.slice(4)).toEqual(["stop", `interrupted:${reason}`]);
    await jest.advanceTimersByTimeAsync(FIRST_WAIT);
    one.client().state("connected");
    expect(one.log.slice(6)).toEqual(["ask:start", "start:t2", "connected"]);
  });

  it("[OC24] renews a token when its turn comes, long before it ends, and again and again", async () => {
    const lives: number[] = [];
    const one = scene({ renewAfter: (life) => (lives.push(life), life / 2) });
    await WAY.connected(one);
    await jest.advanceTimersByTimeAsync(1_799_999);
    expect(one.tokens).toEqual(["t1"]);
    await jest.advanceTimersByTimeAsync(1);
    expect(one.tokens).toEqual(["t1", "t2"]);
    await jest.advanceTimersByTimeAsync(1_800_000);
    expect(one.tokens).toEqual(["t1", "t2", "t3"]);
    expect(lives).toEqual([3_600_000, 3_600_000, 3_600_000]);
    one.manager.close();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("[SL10] comes back in its turn where everything is read anew", async () => {
    const one = scene({ jitter: () => 120_000 });
    await WAY.connected(one);
    one.fail(new SyncProblem(429, 54009, ""));
    await jest.advanceTimersByTimeAsync(119_999);
    expect(one.log.slice(4)).toEqual(["stop", "interrupted:sync-busy"]);
    await jest.advanceTimersByTimeAsync(1);
    expect(one.log.slice(6)).toEqual(["ask:start", "start:t2"]);
  });

  it("[PL30] hears nothing of a client that was given up", async () => {
    const one = scene();
    await WAY.connected(one);
    const old = one.client();
    one.fail(new Error("late"));
    await jest.advanceTimersByTimeAsync(FIRST_WAIT);
    const before = one.steps.length;
    old.state("unsupported");
    old.tokenEnding();
    old.tokenEnded();
    await turn();
    expect(one.steps).toHaveLength(before);
    expect(one.tokens).toEqual(["t1", "t2"]);
  });

  it("[OC25] runs a task that is added later at once, on each later client, and until it is taken away", async () => {
    const one = scene();
    await WAY.connected(one);
    const log: string[] = [];
    const remove = one.manager.addTask((_, { token }) => {
      log.push(`start:${token}`);
      return () => log.push("stop");
    });
    expect(log).toEqual(["start:t1"]);
    one.manager.retry();
    await turn();
    expect(log).toEqual(["start:t1", "stop", "start:t2"]);
    remove();
    one.manager.retry();
    await turn();
    expect(log.slice(3)).toEqual(["stop"]);
  });

  it("[OC25] stops a task that fails as it starts, once", async () => {
    const one = scene();
    const log: string[] = [];
    one.manager.addTask((_, __, control) => {
      control.fail(new SyncProblem(0, 0, ""));
      return () => log.push("stop");
    });
    one.manager.open();
    await turn();
    expect(log).toEqual(["stop"]);
    expect(one.counts()).toEqual({ open: 0, running: 0 });
  });

  it("[PL31] waits differ from browser to browser and stay within bounds", () => {
    expect(backoff(1, 0)).toBe(FIRST_WAIT / 2);
    expect(backoff(1, 0.999999)).toBe(FIRST_WAIT);
    expect(backoff(99, 0.999999)).toBe(LONGEST_WAIT);
    expect(backoff(99, 0)).toBe(LONGEST_WAIT / 2);
  });
});
