import { loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { build } from "esbuild";
import type * as BrowserModule from "./crowd/browser";
import type { Browser, Cost } from "./crowd/browser";
import { contactCentre, SHARDS } from "./scale/fleet";
import { ROOT, withFiles } from "./support/bundle";
import { median, round } from "./support/measure";

export const title =
  "what a publish costs a thousand browsers: events, dispatches, passes over all schedules and processor time " +
  "(--against FOLDER: beside another checkout)";

const BROWSERS = 1000;
/** A Wednesday, 10:00 in Chicago. */
const NOW = Date.UTC(2026, 10, 18, 16);
const QUEUE = { sid: "WQ7", name: "Schedule 7" };
/** Publishes before the engine has compiled what runs often. */
const WARM_UP = 20;

const { schedules, rules } = contactCentre();

const closing = (first: number, count: number, round: number): readonly Schedule[] =>
  schedules.slice(first, first + count).map((schedule) => ({ ...schedule, manualClose: round % 2 === 0 }));
const renamed = (rule: Rule, round: number): Rule => ({
  ...rule,
  endTime: round % 2 === 0 ? "18:00" : "18:30",
});

/** The publishes that are measured. */
const PUBLISHES: Readonly<Record<string, (round: number) => readonly (Rule | Schedule)[]>> = {
  oneClose: (round) => closing(7, 1, round),
  fiveCloses: (round) => closing(20, 5, round),
  oneRule: (round) => rules.slice(40, 41).map((rule) => renamed(rule, round)),
  hundredItems: (round) => [
    ...rules.slice(100, 150).map((rule) => renamed(rule, round)),
    ...closing(200, 50, round),
  ],
};

/** Bundles the browser with the sources of a checkout. */
async function bundled(checkout: string): Promise<string> {
  const result = await build({
    entryPoints: [join(ROOT, "test/bench/crowd/browser.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    alias: {
      "@schedule-manager/plugin": join(checkout, "plugin/src"),
      "@schedule-manager/shared": join(checkout, "shared/src"),
    },
  });
  return result.outputFiles[0]?.text ?? "";
}

async function opened(checkout: string, right: "read" | "edit"): Promise<Browser> {
  const configuration = { schedules, rules };
  return withFiles({ "browser.cjs": await bundled(checkout) }, async (folder) => {
    const file = pathToFileURL(join(folder, "browser.cjs")).href;
    const { openBrowser } = (await import(file)) as typeof BrowserModule;
    return openBrowser({ configuration, shards: SHARDS, now: NOW, right, queue: QUEUE });
  });
}

/** Publishes in turn in all browsers, so that other load affects all of them. */
function measure(browsers: Readonly<Record<string, Browser>>, rounds: number) {
  const costs = new Map<string, Cost[]>();
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const [what, items] of Object.entries(PUBLISHES)) {
      for (const [name, browser] of Object.entries(browsers)) {
        const cost = browser.publish(items(round));
        const key = `${name} ${what}`;
        if (round >= 0) costs.set(key, [...(costs.get(key) ?? []), cost]);
      }
    }
  }
  const of = (name: string) =>
    Object.fromEntries(
      Object.keys(PUBLISHES).map((what) => {
        const all = costs.get(`${name} ${what}`) ?? [];
        const [first] = all;
        const ms = median(all.map((cost) => cost.ms));
        return [
          what,
          {
            events: first?.events,
            dispatches: median(all.map(({ dispatches }) => dispatches)),
            passes: Math.max(...all.map(({ passes }) => passes)),
            cpuMsPerBrowser: round(ms, 3),
            [`cpuMsOf${BROWSERS}`]: round(ms * BROWSERS, 0),
          },
        ];
      }),
    );
  return Object.fromEntries(Object.keys(browsers).map((name) => [name, of(name)]));
}

export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: { against: { type: "string" }, rounds: { type: "string", default: "200" } },
  });
  const checkouts = { here: ROOT, ...(values.against === undefined ? {} : { there: values.against }) };
  const browsers: Record<string, Browser> = {};
  for (const [name, checkout] of Object.entries(checkouts)) {
    browsers[`agent ${name}`] = await opened(checkout, "read");
    browsers[`editor ${name}`] = await opened(checkout, "edit");
  }
  const before = loadavg()[0];
  const results = measure(browsers, Number(values.rounds));
  return {
    schedules: schedules.length,
    rules: rules.length,
    loadOfTheMachine: [before, loadavg()[0]].map((load) => round(load ?? NaN)),
    ...results,
  };
}

export function print(result: Record<string, unknown>): string[] {
  const { schedules: count, rules: more, loadOfTheMachine, ...browsers } = result;
  const lines = Object.entries(browsers).flatMap(([name, publishes]) =>
    Object.entries(publishes as Record<string, Record<string, number>>).map(
      ([what, { events, dispatches, passes, cpuMsPerBrowser }]) =>
        `${name.padEnd(14)}${what.padEnd(14)}${String(events).padStart(5)} events ${String(dispatches).padStart(4)} dispatches ${String(passes).padStart(3)} passes ${String(cpuMsPerBrowser).padStart(8)} ms`,
    ),
  );
  return [`${String(count)} schedules, ${String(more)} rules, load ${String(loadOfTheMachine)}`, ...lines];
}
