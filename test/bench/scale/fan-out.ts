import { round } from "../support/measure";
import type { Centre } from "./centre";
import type { Looking } from "./crowd";
import type { ScreenChange } from "./messages";
import { spreadOf } from "./quantile";
import { pause } from "./storms";

/** ms between publishes: slower than Sync's limit for one map, and longer than browsers hold a change. */
const BETWEEN = 200;
/** ms without an event after which no more events are expected. */
const QUIET = 150;
/** The longest wait for an event, ms. */
const PATIENCE = 10_000;

const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

/** ms of processor time used by Sync, and by each of the browsers. */
async function processors({ sync, browsers }: Centre) {
  const states = await Promise.all(browsers.map((browser) => browser.request({ type: "state" }, "state")));
  return {
    sync: (await sync.request({ type: "state" }, "state")).cpuMs,
    browsers: states.reduce((sum, state) => sum + state.cpuMs, 0),
  };
}

interface Steps {
  /** ms from the start until the change was written to all sockets, or the function answered. */
  readonly done: number[];
  /** … until the event reached a socket of a simulated agent. */
  readonly arrived: number[];
  /** … until the SDK delivered it to the product in a browser. */
  readonly receivedAt: number[];
  /** … until the text of that browser's badge changed. */
  readonly shown: number[];
}

/** Changes the schedule: an odd number closes it, an even one opens it. Times in ms since the epoch. */
type Publish = (number: number) => Promise<{ readonly at: number; readonly sent: number }>;

interface Way {
  readonly publish: Publish;
  readonly looking: Looking;
  /** Expected events per subscriber; null: any number. */
  readonly events: number | null;
}

/** Waits until every expected event has arrived, or until no more arrive. */
async function allEvents({ crowd }: Centre, expected: number | null): Promise<void> {
  const limit = Date.now() + PATIENCE;
  for (let seen = -1; Date.now() < limit;) {
    const { length } = crowd.events;
    if (expected === null ? length === seen : length >= expected) return;
    seen = length;
    await pause(expected === null ? QUIET : 20);
  }
}

/** One change. */
async function publishOne(centre: Centre, number: number, subscribers: number, way: Way, steps: Steps) {
  const { crowd, browsers } = centre;
  crowd.events = [];
  const screens = browsers.map((browser) => browser.request({ type: "screen" }, "screen"));
  const { at, sent } = await way.publish(number);
  const changes = (await Promise.all(screens)).map(({ change }) => change);
  await allEvents(centre, way.events === null ? null : way.events * subscribers);
  const seen = changes.filter((change): change is ScreenChange => change !== null);
  steps.done.push(sent - at);
  steps.arrived.push(...crowd.events.map((came) => came - at));
  steps.receivedAt.push(...seen.map(({ receivedAt }) => receivedAt - at));
  steps.shown.push(...seen.map((change) => change.at - at));
}

/** Publishes one after another, so that the text of the badge changes each time. */
async function publishAll(centre: Centre, count: number, way: Way) {
  const { crowd, agents, browsers } = centre;
  const subscribers = agents.filter((agent) => agent.isLive).length;
  const before = await processors(centre);
  const steps: Steps = { done: [], arrived: [], receivedAt: [], shown: [] };
  let worked = 0;
  let own = 0;
  crowd.looking = way.looking;
  for (let number = 1; number <= count; number += 1) {
    const begun = process.cpuUsage();
    await publishOne(centre, number, subscribers, way, steps);
    own += cpuMs(begun);
    const rest = process.cpuUsage();
    crowd.work();
    // Browsers dispatch what they hold meanwhile.
    await pause(BETWEEN);
    worked += cpuMs(rest);
  }
  crowd.looking = "now";
  const after = await processors(centre);
  return {
    steps,
    missedByScreens: browsers.length * count - steps.shown.length,
    eventsOfASubscriber: subscribers === 0 ? 0 : round(steps.arrived.length / subscribers / count, 2),
    cpuMsPerPublish: {
      sync: round((after.sync - before.sync) / count, 1),
      socketsOfAgents: round(own / count, 1),
      workOfAgentsPutOff: round(worked / count, 1),
      eachBrowser: round((after.browsers - before.browsers) / count / browsers.length, 1),
    },
  };
}

/**
 * One change to every subscriber: with sockets that only receive the event (raw); with agents that answer it as the
 * SDK does and badges in browsers with the real SDK (written); and the same from an admin's publish by the function,
 * which causes more events (published).
 */
export async function fanOut(centre: Centre, publishes: number): Promise<Readonly<Record<string, unknown>>> {
  const { sync, publisher, agents, browsers } = centre;
  const write: Publish = (number) => sync.request({ type: "publish", number }, "published");
  const publish: Publish = (number) =>
    publisher.request({ type: "publish", closed: number % 2 === 1 }, "published");
  // The first change replaces the text on the screens.
  const even = publishes + (publishes % 2);
  const raw = await publishAll(centre, even, { publish: write, looking: "raw", events: 1 });
  const written = await publishAll(centre, even, { publish: write, looking: "later", events: 1 });
  const published = await publishAll(centre, even, { publish, looking: "later", events: null });
  const { steps: ofRaw, cpuMsPerPublish: cpuOfRaw } = raw;
  const { steps: ofWritten, ...restOfWritten } = written;
  const { steps: ofPublished, ...restOfPublished } = published;
  return {
    subscribers: agents.filter((agent) => agent.isLive).length + browsers.length,
    publishes: even,
    raw: {
      untilSent: spreadOf(ofRaw.done),
      untilAtSocket: spreadOf(ofRaw.arrived),
      syncCpuMsPerPublish: cpuOfRaw.sync,
    },
    written: {
      untilSent: spreadOf(ofWritten.done),
      untilAtSocket: spreadOf(ofWritten.arrived),
      untilHeardByProduct: spreadOf(ofWritten.receivedAt),
      untilOnScreen: spreadOf(ofWritten.shown),
      ...restOfWritten,
    },
    published: {
      untilAnswered: spreadOf(ofPublished.done),
      untilHeardByProduct: spreadOf(ofPublished.receivedAt),
      untilOnScreen: spreadOf(ofPublished.shown),
      ...restOfPublished,
    },
  };
}
