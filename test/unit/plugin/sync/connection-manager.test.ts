import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import type { CallCode, CallResult } from "@schedule-manager/plugin/functions/call";
import { backoff, busyWait } from "@schedule-manager/plugin/sync/backoff";
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

/** ms before the first retry; the wait doubles each time, up to `LONGEST_WAIT`. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
/** ms without a socket before a new token is tried. */
const STUCK = 15_000;
/** ms after which a connection has proved to work. */
const PROVED = 120_000;

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

/** A manager on scripted clients, with a log of its statuses and tasks. */
function scene(more: Partial<ConnectionManagerOptions> = {}) {
  const log: string[] = [];
  const steps: [ConnectionState, ConnectionEvent, ConnectionState][] = [];
  const answers: Answer[] = [];
  const tokens: string[] = [];
  const clients: ClientListener[] = [];
  let open = 0;
  let running = 0;
  /** ms until a client denies a new token; null: it takes it. */
  let refusesAfter: number | null = null;
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
          if (refusesAfter === null) {
            tokens.push(next);
            return;
          }
          if (refusesAfter > 0) await new Promise((resolve) => setTimeout(resolve, refusesAfter ?? 0));
          throw new SyncProblem(401, 20101, "");
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
    onStatus: (status) => {
      const more = "reason" in status ? status.reason : "isBusy" in status && "busy";
      log.push(more === false ? status.type : `${status.type}:${more}`);
    },
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
    busy: (isBusy: boolean) => control?.busy(isBusy),
    isConnected: () => control?.isConnected(),
    refuseTokens: (after = 0) => (refusesAfter = after),
    counts: () => ({ open, running }),
    state: (): ConnectionState => steps.at(-1)?.[2] ?? "idle",
  };
}
type Scene = ReturnType<typeof scene>;

const turn = () => jest.advanceTimersByTimeAsync(0);

/** The steps from the initial state into each state. */
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

/** The cause of each event; null: it answers a request that only some states make. */
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

describe("the connection", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it.each(PAIRS)(
    "[OC35] %s: the event %s leads to the state in the table, or is ignored",
    async (state, event) => {
      const one = scene();
      await WAY[state](one);
      expect(one.state()).toBe(state);
      const before = one.steps.length;
      one.answers.unshift("never");
      const needsClient = !["open", "due", "retry", "close"].includes(event);
      // Without a client this event cannot occur.
      if (needsClient && one.tokens.length === 0) return;
      await CAUSE[event]?.(one);
      const step = one.steps[before];
      const to = TRANSITIONS[state][event];
      // Events of a closed client or task are ignored.
      if (to === undefined || (needsClient && !hasClient(state))) {
        expect(one.steps.slice(before).filter(([, happened]) => happened === event)).toEqual([]);
      } else expect(step).toEqual([state, event, to]);
      const count = hasClient(one.state()) ? 1 : 0;
      expect(one.counts()).toEqual({ open: count, running: count });
    },
  );

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

  it("[OC35] every state can be reached, and every state but `closed` can be left", () => {
    const reached = new Set<ConnectionState>(["idle"]);
    for (const state of reached) for (const to of Object.values(TRANSITIONS[state])) reached.add(to);
    expect([...reached].sort()).toEqual([...STATES].sort());
    expect(STATES.filter((state) => Object.keys(TRANSITIONS[state]).length === 0)).toEqual(["closed"]);
  });

  it.each(["unsupported", "denied"] as const)(
    "[OC36] a client that is %s with a fresh token is closed and not retried",
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

  it("[OC36] a map that the token may not read is not opened again", async () => {
    const { log, fail, manager } = scene();
    manager.open();
    await turn();
    fail(new SyncProblem(403, 54007, ""));
    await jest.advanceTimersByTimeAsync(10 * LONGEST_WAIT);
    expect(log.slice(-2)).toEqual(["stop", "failed:denied"]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("[PL22] the manager fetches a token, opens one client and starts its tasks", async () => {
    const one = scene();
    await WAY.connected(one);
    expect(one.log).toEqual(["connecting", "ask:start", "start:t1", "connected"]);
    expect(one.counts()).toEqual({ open: 1, running: 1 });
  });

  it("[PL23] a lost and a restored socket are reported, and no client is opened", async () => {
    const one = scene();
    await WAY.reconnecting(one);
    one.client().state("connecting");
    one.client().state("connected");
    expect(one.log.slice(4)).toEqual(["interrupted:network", "connected"]);
    expect(one.tokens).toEqual(["t1"]);
  });

  it("[OC31] a first socket that does not open is reported, and so is one that opens late", async () => {
    const one = scene();
    await WAY.connecting(one);
    await jest.advanceTimersByTimeAsync(STUCK);
    expect(one.log).toEqual(["connecting", "ask:start", "start:t1", "interrupted:network"]);
    one.client().state("connected");
    expect(one.log.slice(4)).toEqual(["connected"]);
  });

  it("[PL24] the same client gets a new token before the old one ends", async () => {
    const one = scene();
    await WAY.connected(one);
    one.client().tokenEnding();
    await turn();
    expect(one.tokens).toEqual(["t1", "t2"]);
    expect(one.counts()).toEqual({ open: 1, running: 1 });
  });

  it("[PL24] a failed renewal is retried", async () => {
    const one = scene();
    await WAY.connected(one);
    one.answers.unshift("unreachable");
    one.client().tokenEnding();
    await jest.advanceTimersByTimeAsync(STUCK);
    expect(one.tokens).toEqual(["t1"]);
    await jest.advanceTimersByTimeAsync(FIRST_WAIT);
    expect(one.tokens).toEqual(["t1", "t2"]);
    expect(one.state()).toBe("connected");
  });

  it.each<CallCode>(["not-allowed", "token-missing", "token-invalid"])(
    "[PL24] a renewal that is refused with %s is final",
    async (code) => {
      const one = scene();
      await WAY.connected(one);
      one.answers.unshift(code);
      one.client().tokenEnding();
      await jest.advanceTimersByTimeAsync(STUCK + FIRST_WAIT);
      expect(one.log.filter((line) => line === "ask:renew")).toHaveLength(1);
      expect([one.state(), one.log.at(-1)]).toEqual(["failed", `failed:${code}`]);
    },
  );

  it("[PL30] the denial of a token of a closed client is ignored", async () => {
    const one = scene();
    await WAY.connected(one);
    one.refuseTokens(5000);
    one.client().tokenEnding();
    await turn();
    one.fail(new Error("gone"));
    await jest.advanceTimersByTimeAsync(FIRST_WAIT);
    one.client().state("connected");
    await jest.advanceTimersByTimeAsync(5000);
    expect([one.state(), one.counts()]).toEqual(["connected", { open: 1, running: 1 }]);
  });

  it("[PL25] a token that Twilio denies, as after a long sleep, is replaced after the jitter", async () => {
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

  it("[PL25] a new token that is denied too ends in failure", async () => {
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

  it("[PL26] a socket that stays lost gets a new token", async () => {
    const one = scene();
    await WAY.reconnecting(one);
    await jest.advanceTimersByTimeAsync(STUCK - 1);
    expect(one.tokens).toEqual(["t1"]);
    await jest.advanceTimersByTimeAsync(1);
    expect(one.tokens).toEqual(["t1", "t2"]);
  });

  it("[PL27] token requests are retried with growing waits", async () => {
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

  it("[PL28] a final refusal waits for `retry`", async () => {
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
  ])("[PL29] a watch that ended opens a new client after a wait: %s is %s", async (problem, reason) => {
    const one = scene();
    await WAY.connected(one);
    one.fail(problem);
    expect(one.log.slice(4)).toEqual(["stop", `interrupted:${reason}`]);
    await jest.advanceTimersByTimeAsync(FIRST_WAIT);
    one.client().state("connected");
    expect(one.log.slice(6)).toEqual(["ask:start", "start:t2", "connected"]);
  });

  it("[PL27] waits also grow when each new client fails soon, and are short again after two minutes that worked", async () => {
    const one = scene();
    await WAY.connected(one);
    const clients = (): number => one.tokens.length;
    for (const [failures, wait] of [
      [1, backoff(1, 0.999)],
      [2, backoff(2, 0.999)],
      [3, backoff(3, 0.999)],
    ] as const) {
      one.fail(new SyncProblem(404, 54300, ""));
      await jest.advanceTimersByTimeAsync(wait - 1);
      expect(clients()).toBe(failures);
      await jest.advanceTimersByTimeAsync(1);
      expect(clients()).toBe(failures + 1);
      one.client().state("connected");
      await jest.advanceTimersByTimeAsync(PROVED - 1);
    }
    await jest.advanceTimersByTimeAsync(1);
    one.fail(new SyncProblem(404, 54300, ""));
    await jest.advanceTimersByTimeAsync(backoff(1, 0.999));
    expect(clients()).toBe(5);
  });

  it("[PL108] says that Sync is busy while it is connected and a task repeats its reads", async () => {
    const one = scene();
    await WAY.connected(one);
    const before = one.log.length;
    one.busy(true);
    one.busy(false);
    expect(one.log.slice(before)).toEqual(["connected:busy", "connected"]);
    one.client().state("connecting");
    one.busy(true);
    expect(one.log.slice(before + 2)).toEqual(["interrupted:network"]);
    one.client().state("connected");
    expect(one.log.slice(before + 3)).toEqual(["connected:busy"]);
    one.manager.retry();
    await turn();
    one.client().state("connected");
    expect(one.log.at(-1)).toBe("connected");
    one.manager.close();
    one.busy(true);
    expect(one.log.at(-1)).toBe("stop");
  });

  it("[PL108] tells a task whether a read that fails was refused: the socket is open", async () => {
    const one = scene();
    const connected: (boolean | undefined)[] = [];
    const look = () => connected.push(one.isConnected());
    await WAY.connecting(one);
    look();
    one.client().state("connected");
    look();
    one.client().state("connecting");
    look();
    one.client().state("connected");
    one.manager.close();
    look();
    expect(connected).toEqual([false, true, false, false]);
  });

  it("[OC24] a token is renewed long before it ends, again and again", async () => {
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

  it("[SL10] a client that reads everything again waits for the jitter", async () => {
    const one = scene({ jitter: () => 120_000 });
    await WAY.connected(one);
    one.fail(new SyncProblem(429, 54009, ""));
    await jest.advanceTimersByTimeAsync(119_999);
    expect(one.log.slice(4)).toEqual(["stop", "interrupted:sync-busy"]);
    await jest.advanceTimersByTimeAsync(1);
    expect(one.log.slice(6)).toEqual(["ask:start", "start:t2"]);
  });

  it("[PL30] events of a closed client are ignored", async () => {
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

  it("[OC25] a task added later runs at once and on each later client, until it is removed", async () => {
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

  it("[OC25] a task that fails while starting is stopped once", async () => {
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

  it("[PL31] waits differ between browsers and are bounded", () => {
    expect(backoff(1, 0)).toBe(FIRST_WAIT / 2);
    expect(backoff(1, 0.999999)).toBe(FIRST_WAIT);
    expect(backoff(99, 0.999999)).toBe(LONGEST_WAIT);
    expect(backoff(99, 0)).toBe(LONGEST_WAIT / 2);
    expect(busyWait(0)).toBe(LONGEST_WAIT / 2);
    expect(busyWait(0.999999)).toBe(LONGEST_WAIT);
  });
});
