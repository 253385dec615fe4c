import { round } from "../support/measure";
import type { Centre } from "./centre";
import type { Looking } from "./crowd";
import type { ScreenChange } from "./messages";
import { spreadOf } from "./quantile";
import { pause } from "./storms";

/** ms between publishes: less than Sync allows of one map. */
const BETWEEN = 200;
/** ms that an event is waited for. */
const PATIENCE = 10_000;

const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

/** ms of processor that Sync has taken, and each of the browsers. */
async function processors({ sync, browsers }: Centre) {
  const states = await Promise.all(browsers.map((browser) => browser.ask({ do: "state" }, "state")));
  return {
    sync: (await sync.ask({ do: "state" }, "state")).cpuMs,
    browsers: states.reduce((sum, state) => sum + state.cpuMs, 0),
  };
}

interface Steps {
  /** ms from the write until Sync had given the event to every socket. */
  readonly sent: number[];
  /** … until it came to a socket of a simulated agent. */
  readonly arrived: number[];
  /** … until the SDK told the product of a browser. */
  readonly heard: number[];
  /** … until the words of that browser's badge were others. */
  readonly shown: number[];
}

/** One change. */
async function publishOne(centre: Centre, number: number, subscribers: number, steps: Steps): Promise<void> {
  const { sync, crowd, browsers } = centre;
  crowd.events = [];
  const screens = browsers.map((browser) => browser.ask({ do: "screen" }, "screen"));
  const { at, sent } = await sync.ask({ do: "publish", number }, "published");
  const changes = (await Promise.all(screens)).map(({ change }) => change);
  const limit = Date.now() + PATIENCE;
  while (crowd.events.length < subscribers && Date.now() < limit) await pause(20);
  const seen = changes.filter((change): change is ScreenChange => change !== null);
  steps.sent.push(sent - at);
  steps.arrived.push(...crowd.events.map((came) => came - at));
  steps.heard.push(...seen.map(({ heard }) => heard - at));
  steps.shown.push(...seen.map((change) => change.at - at));
}

/** Publishes one after the other, so that the words of the badge change each time. */
async function publishAll(centre: Centre, count: number, looking: Looking) {
  const { crowd, agents, browsers } = centre;
  const subscribers = agents.filter((agent) => agent.isLive).length;
  const before = await processors(centre);
  const steps: Steps = { sent: [], arrived: [], heard: [], shown: [] };
  let worked = 0;
  let own = 0;
  crowd.looking = looking;
  for (let number = 1; number <= count; number += 1) {
    const begun = process.cpuUsage();
    await publishOne(centre, number, subscribers, steps);
    own += cpuMs(begun);
    const rest = process.cpuUsage();
    crowd.work();
    worked += cpuMs(rest);
    await pause(BETWEEN);
  }
  crowd.looking = "now";
  const after = await processors(centre);
  return {
    subscribers: subscribers + browsers.length,
    publishes: count,
    missed: subscribers * count - steps.arrived.length,
    untilSent: spreadOf(steps.sent),
    untilAtSocket: spreadOf(steps.arrived),
    untilHeardByProduct: spreadOf(steps.heard),
    untilOnScreen: spreadOf(steps.shown),
    screens: steps.shown.length,
    missedByScreens: browsers.length * count - steps.shown.length,
    cpuMsPerPublish: {
      sync: round((after.sync - before.sync) / count, 1),
      socketsOfAgents: round(own / count, 1),
      workOfAgentsPutOff: round(worked / count, 1),
      eachBrowser: round((after.browsers - before.browsers) / count / browsers.length, 1),
    },
  };
}

/**
 * One change to every subscriber, first with sockets that only take the event (raw), then with agents that answer it
 * as the SDK does, and with badges on the screens of browsers with the real SDK.
 */
export async function fanOut(centre: Centre, publishes: number): Promise<Readonly<Record<string, unknown>>> {
  const raw = await publishAll(centre, publishes, "raw");
  const whole = await publishAll(centre, publishes, "later");
  return {
    raw: {
      untilSent: raw.untilSent,
      untilAtSocket: raw.untilAtSocket,
      syncCpuMsPerPublish: raw.cpuMsPerPublish.sync,
    },
    ...whole,
  };
}
