import { readingWait } from "@schedule-manager/plugin/sync/jitter";
import { EXAMPLE } from "../../unit/plugin/items";
import { agent, AGENTS } from "./agent";

const START = Date.parse("2026-03-02T16:00:00Z");
const PAGE = "HEAD http://localhost/";

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe("the services of every browser", () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: START });
    jest.spyOn(Math, "random").mockReturnValue(0.5);
  });
  afterEach(() => {
    jest.clearAllTimers();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it("[PL106] nothing is fetched before the first connection, which asks once with the person's Flex token", async () => {
    const { requests, services, state, sync } = agent();
    await pass(60_000);
    expect(requests).toEqual([]);
    services.connect();
    services.connect();
    await pass(2000);
    expect(requests).toEqual([PAGE, "/sync-token flex-token"]);
    expect([sync.tokens, state().connection.type]).toEqual([["sync-token"], "connected"]);
    expect(state().live.schedules.ids).toEqual([EXAMPLE.id]);
  });

  it("[RT1] statuses follow the servers' clock, not this computer's", async () => {
    const { services, state } = agent({ ahead: -3 * 3_600_000 });
    services.connect();
    await pass(2000);
    expect(state().clock.offset).toBeGreaterThan(-3 * 3_600_000 - 1000);
    expect(state().clock.offset).toBeLessThan(-3 * 3_600_000 + 1000);
    // At 16:00 UTC the schedule in Chicago is open, at 13:00 it is closed.
    expect(services.api.scheduleStatus(EXAMPLE.name)).toMatchObject({ isOpen: false });
    expect(services.localNow()).toBe(START + 2000);
  });

  it("[RT3] when the page's server does not report the time, the functions do after a wait of this browser's own", async () => {
    const { requests, services } = agent({ dates: false });
    services.connect();
    const wait = readingWait(AGENTS, 0.5);
    await pass(wait - 1000);
    expect(requests).toEqual([PAGE, "/sync-token flex-token"]);
    await pass(1000);
    expect(requests).toContain("/health flex-token");
  });

  it("[RT4] an answer of the functions corrects the clock", async () => {
    const { services, state } = agent({ dates: false, ahead: 100_000 });
    services.connect();
    await pass(2000);
    expect(state().clock.offset).toBe(100_000);
  });

  it("[RT2] after a jump of the clock the servers are asked for the time again", async () => {
    const { requests, services } = agent();
    services.connect();
    await pass(2000);
    jest.setSystemTime(Date.now() + 3_600_000);
    await pass(1000);
    expect(requests.filter((request) => request === PAGE)).toHaveLength(2);
  });

  it("[OC25] a task runs on the connection, and `retry` starts it again after a final failure", async () => {
    const { services, state, sync } = agent();
    const log: string[] = [];
    services.addTask(() => {
      log.push("on");
      return () => log.push("off");
    });
    services.connect();
    await pass(2000);
    expect(log).toEqual(["on"]);
    sync.tell((client) => client.state("unsupported"));
    await pass(60_000);
    expect([log, state().connection.type]).toEqual([["on", "off"], "failed"]);
    services.retry();
    await pass(2000);
    expect([log, state().connection.type]).toEqual([["on", "off", "on"], "connected"]);
  });

  it.each(["success", "warning", "error"] as const)(
    "[VW1] outside the view a message (%s) is a notification of Flex",
    (kind) => {
      const { calls, services, state } = agent();
      services.notify(kind, "Text.");
      expect(calls.at(-1)).toMatch(/^show .*"Text\."/);
      expect(state().notice).toBeNull();
    },
  );

  it("[VW4] in the view a message is the view's own, except a failure, which the view lists", () => {
    const { calls, activate, services, state } = agent();
    activate("flex-schedule-manager");
    const before = calls.length;
    services.notify("error", "It failed.");
    expect(state().notice).toBeNull();
    services.notify("warning", "Look.");
    expect(state().notice).toEqual({ kind: "warning", text: "Look.", at: START });
    expect(calls).toHaveLength(before);
  });
});
