import type { Configuration } from "@schedule-manager/shared/model/model";
import { DEFAULT_SHARDS, itemRef, mapName } from "@schedule-manager/shared/sync/layout";
import { machineClock } from "../integration/functions/support/clock";
import { startInstance } from "../integration/functions/support/instance";
import { buildInto } from "../integration/functions/support/runtime";
import { startWorld } from "../integration/functions/support/world";
import type { World } from "../integration/functions/support/world";
import { SYNC_SERVICE_SID } from "../stand-in/dev-account";
import { agrees, startAdmin } from "./admin";
import { check } from "./check";
import type { Items, Verdict } from "./check";
import { functionInstance } from "./function-instance";
import { Ledger } from "./ledger";
import type { Options } from "./options";
import { randomFrom } from "./random";
import { FaultInjector } from "./fault-injector";

export interface Result {
  readonly seed: number;
  readonly admins: number;
  /** Publish requests with distinct ids. */
  readonly publishes: number;
  readonly conflicts: number;
  /** Failed requests to Sync, dropped sockets and killed functions. */
  readonly faults: number;
  readonly killed: number;
  /** Functions that paused until other publishers considered them dead. */
  readonly frozen: number;
  readonly acknowledged: number;
  /** Applied, although the browser never received the answer. */
  readonly doneUnacknowledged: number;
  /** Acknowledged changes that are missing. */
  readonly lost: number;
  /** Publishes that were applied in part. */
  readonly halfApplied: number;
  /** Items with a value that nobody sent. */
  readonly unexplained: number;
  /** Browsers whose final state differs from Sync's. */
  readonly diverged: number;
  /** Answers by code. */
  readonly answers: Readonly<Record<string, number>>;
  readonly details: Verdict;
}

/** ms: longer than the lease of a dead publisher lasts. */
const DEAD = 16_000;
const ITEMS = 6;
const MAX_SETTLING = 20_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const CONFIGURATION: Configuration = {
  rules: Array.from({ length: ITEMS }, (_, index) => ({
    id: `rule-${index}`,
    name: `Rule ${index}`,
    isOpen: true,
  })),
  schedules: Array.from({ length: ITEMS }, (_, index) => ({
    id: `schedule-${index}`,
    name: `Schedule ${index}`,
    timeZone: "Europe/Warsaw",
    manualClose: false,
    rules: [`rule-${index}`],
  })),
};

/** All items in Sync, read with the `twilio` library. */
async function itemsOf({ client }: World): Promise<Items> {
  const items = new Map<string, unknown>();
  for (const kind of ["rule", "schedule"] as const) {
    for (let shard = 0; shard < DEFAULT_SHARDS; shard += 1) {
      const maps = client.sync.v1.services(SYNC_SERVICE_SID).syncMaps(mapName(kind, shard, DEFAULT_SHARDS));
      for (const { key, data } of await maps.syncMapItems.list()) items.set(itemRef(kind, key), data);
    }
  }
  return items;
}

export async function simulate({ seed, admins: count, publishes }: Options): Promise<Result> {
  const random = randomFrom(seed);
  const built = await buildInto();
  // The lease of a killed publisher expires by advancing Sync's clock, not by waiting.
  let ahead = 0;
  const world = await startWorld(CONFIGURATION, true, { ...machineClock, now: () => Date.now() + ahead });
  const { standIn } = world;
  const before = await itemsOf(world);
  const ledger = new Ledger();
  const injector = new FaultInjector(standIn, randomFrom(random.below(1e9)));
  const functions = Array.from({ length: count }, () =>
    functionInstance(built.folder, standIn.url, {
      killed: () => {
        injector.killed += 1;
        // Sometimes the lease of another, living publisher expires too.
        setTimeout(() => (ahead += DEAD), random.below(500));
      },
      frozen: () => {
        injector.frozen += 1;
        ahead += DEAD;
      },
    }),
  );
  const people = functions.map((instance, index) =>
    startAdmin({
      name: `a${index}`,
      person: index % 2 === 0 ? "ada" : "bo",
      twilsockUrl: standIn.twilsockUrl,
      functions: instance,
      ledger,
      random: randomFrom(random.below(1e9)),
      injector,
      letPass: (ms) => (ahead += ms),
      seed,
    }),
  );
  try {
    await Promise.all(people.map((admin) => admin.ready()));
    const each = people.map((_, index) => Math.floor((publishes + index) / count));
    await Promise.all(
      people.map(async (admin, index) => {
        for (let number = 0; number < (each[index] ?? 0); number += 1) await admin.publish(number);
      }),
    );

    // Without faults from here on, the next admin's view finishes or clears the remaining publishes.
    injector.stop();
    standIn.sync.limits.enabled = false;
    ahead += DEAD;
    const list = startInstance({ folder: built.folder, name: "admin/list", twilioUrl: standIn.url });
    const { status } = await list.call({ Token: "flex-token-ada" });
    if (status !== 200) throw new Error(`admin/list answered ${status}`);
    const now = await itemsOf(world);
    const sent = ledger.publishes();
    const details = check(before, sent, now);
    const until = Date.now() + MAX_SETTLING;
    while (Date.now() < until && !people.every(({ store }) => agrees(store, now))) await pause(50);
    return {
      seed,
      admins: count,
      publishes: sent.length,
      conflicts: ledger.codes.get("publish-conflict") ?? 0,
      faults: injector.faults(),
      killed: injector.killed,
      frozen: injector.frozen,
      acknowledged: ledger.acknowledged,
      doneUnacknowledged: sent.filter(({ id, acknowledged }) => !acknowledged && details.applied.includes(id))
        .length,
      lost: details.lost.length,
      halfApplied: details.halfApplied.length,
      unexplained: details.unexplained.length,
      diverged: people.filter(({ store }) => !agrees(store, now)).length,
      answers: Object.fromEntries(ledger.codes),
      details,
    };
  } finally {
    for (const admin of people) admin.close();
    for (const instance of functions) instance.stop();
    await standIn.stop();
    await built.remove();
  }
}

export const isGood = ({ lost, halfApplied, unexplained, diverged }: Result): boolean =>
  lost + halfApplied + unexplained + diverged === 0;
