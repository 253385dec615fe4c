import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseConfiguration } from "@schedule-manager/shared/import-export/configuration/config-format";
import type { Configuration, Status } from "@schedule-manager/shared/model/model";
import { evaluateAsTwilio } from "./peers/twilio-algorithm";
import { bundle, EVALUATOR, gzipBytes, ROOT, withFiles } from "./support/bundle";
import { bundledEvaluator, type Evaluator } from "./support/evaluator";
import { firstZone } from "./support/first-zone";
import { makeFleet } from "./support/fleet";
import { interleaved, median, nanoseconds, randoms, round } from "./support/measure";

export const title =
  "the evaluator, compared with Twilio's algorithm: same day, random instants, a fleet, cold start, size; the first zone look-up, compared with Intl's";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Wednesday, midnight in Chicago. */
const START = Date.UTC(2026, 5, 17, 5);
const YEAR = 365 * DAY;
const FLEET = 5000;
const PEER_FLEET = 20;
const ROUNDS = 9;
const COLD_RUNS = 11;
const SEED = 20260617;

const example = (): Configuration => {
  const parsed = parseConfiguration(
    JSON.parse(readFileSync(join(ROOT, "flex-config/examples/us.json"), "utf8")),
  );
  if (!parsed.ok) throw new Error("the example is not a configuration");
  return parsed.configuration;
};

const same = (a: Status, b: Status): boolean => a.isOpen === b.isOpen && a.closedReason === b.closedReason;

/** Both on the same instants: first checks that they agree, then measures them (ns a call). */
function compare(ours: Evaluator, configuration: Configuration, instants: readonly number[]) {
  const [schedule] = configuration.schedules;
  if (schedule === undefined) throw new Error("no schedule");
  const compiled = ours.compileSchedule(
    schedule,
    new Map(configuration.rules.map((rule) => [rule.id, rule])),
  );
  const at = (index: number): number => instants[index % instants.length] ?? START;
  for (const t of instants.slice(0, 500))
    if (!same(ours.evaluate(compiled, t), evaluateAsTwilio(configuration, schedule.name, t)))
      throw new Error(`disagreement at ${new Date(t).toISOString()}`);
  let open = 0;
  const measured = interleaved(ROUNDS, {
    ours: () =>
      nanoseconds(400_000, (index) => {
        if (ours.evaluate(compiled, at(index)).isOpen) open += 1;
      }),
    peer: () =>
      nanoseconds(150, (index) => {
        if (evaluateAsTwilio(configuration, schedule.name, at(index)).isOpen) open += 1;
      }),
  });
  if (open === 0) throw new Error("never open");
  return measured;
}

/**
 * One tick of all schedules (ms), each a minute after the last, and by the hour over midnight (UTC); the peer with 20.
 */
function fleet(ours: Evaluator, configuration: Configuration) {
  const { rules, schedules } = makeFleet(
    FLEET,
    randoms(SEED),
    configuration.rules.filter(({ isOpen }) => !isOpen),
  );
  const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
  const few = { rules, schedules: schedules.slice(0, PEER_FLEET) };
  const start = process.hrtime.bigint();
  const compiled = schedules.map((schedule) => ours.compileSchedule(schedule, rulesById));
  const compileMs = Number(process.hrtime.bigint() - start) / 1e6;
  let open = 0;
  const tick = (t: number): void => {
    for (const schedule of compiled) if (ours.evaluate(schedule, t).isOpen) open += 1;
  };
  tick(START);
  tick(START + 1000);
  let minute = 0;
  let day = 0;
  const measured = interleaved(ROUNDS, {
    ours: () => nanoseconds(1, () => tick(START + (minute += 1) * 60_000)) / 1e6,
    // Every schedule evaluates a day that is not in its cache.
    midnight: () => nanoseconds(1, () => tick(START + (day += 1) * DAY)) / 1e6,
    peer: () =>
      nanoseconds(1, () => {
        for (const { name } of few.schedules)
          if (evaluateAsTwilio(few, name, START + minute * 60_000).isOpen) open += 1;
      }) / 1e6,
  });
  if (open === 0) throw new Error("never open");
  return { ...measured, compileMs };
}

/** ms from before loading to the first answer, in new processes by turns, with the same bundler. */
async function cold(code: string, configuration: Configuration) {
  const peer = await bundle(`export { evaluateAsTwilio } from "./bench/peers/twilio-algorithm";`);
  const name = configuration.schedules[0]?.name ?? "";
  const main = (load: string, answer: string): string => `
    const start = process.hrtime.bigint();
    const configuration = JSON.parse(require("node:fs").readFileSync(__dirname + "/configuration.json", "utf8"));
    const it = require("./${load}");
    const { isOpen } = ${answer};
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    if (isOpen !== true) throw new Error("should be open");
    process.stdout.write(String(ms));`;
  const t = START + 10 * HOUR;
  const files = {
    "configuration.json": JSON.stringify(configuration),
    "ours.js": code,
    "peer.js": peer,
    "ours-main.js": main(
      "ours.js",
      `it.evaluate(it.compileSchedule(configuration.schedules[0], new Map(configuration.rules.map((r) => [r.id, r]))), ${t})`,
    ),
    "peer-main.js": main("peer.js", `it.evaluateAsTwilio(configuration, ${JSON.stringify(name)}, ${t})`),
  };
  return withFiles(files, async (folder) => {
    const once = (file: string): number =>
      Number(execFileSync(process.execPath, [join(folder, file)], { encoding: "utf8" }));
    return interleaved(COLD_RUNS, { ours: () => once("ours-main.js"), peer: () => once("peer-main.js") });
  });
}

/** The lower bound: finding a known answer in a Map (ns). */
function floor(): number {
  const known = new Map(
    Array.from({ length: 1000 }, (_, index) => [`Schedule ${index}`, { isOpen: index % 2 === 0 }]),
  );
  const names = [...known.keys()];
  let open = 0;
  const times = Array.from({ length: ROUNDS }, () =>
    nanoseconds(400_000, (index) => {
      if (known.get(names[index % 1000] ?? "")?.isOpen) open += 1;
    }),
  );
  return open > 0 ? median(times) : NaN;
}

export async function run(): Promise<Record<string, unknown>> {
  const configuration = example();
  const ours = await bundledEvaluator();
  const random = randoms(SEED);
  const day = compare(
    ours,
    configuration,
    Array.from({ length: 1440 }, () => START + Math.floor(random() * DAY)),
  );
  const year = compare(
    ours,
    configuration,
    Array.from({ length: 4096 }, () => START + Math.floor(random() * YEAR)),
  );
  const tick = fleet(ours, configuration);
  const start = await cold(await bundle(EVALUATOR), configuration);
  const zone = await firstZone();
  return {
    sameDay: round(day.peer / day.ours),
    random: round(year.peer / year.ours),
    fleet: round(tick.peer / tick.ours, 2),
    cold: round(start.peer / start.ours, 2),
    firstZone: round(zone.intl / zone.shipped, 2),
    gzipBytes: gzipBytes(await bundle(EVALUATOR, "esm", false)),
    nanoseconds: {
      sameDay: round(day.ours),
      sameDayPeer: round(day.peer, 0),
      random: round(year.ours),
      randomPeer: round(year.peer, 0),
      floor: round(floor()),
    },
    milliseconds: {
      fleet5000: round(tick.ours, 3),
      fleet5000Midnight: round(tick.midnight, 3),
      fleet5000Compile: round(tick.compileMs, 1),
      peer20: round(tick.peer, 3),
      cold: round(start.ours, 2),
      coldPeer: round(start.peer, 2),
      firstZone: round(zone.shipped, 2),
      firstZoneIntl: round(zone.intl, 2),
    },
  };
}

export function print(result: Record<string, unknown>): string[] {
  const ns = result["nanoseconds"] as Record<string, number>;
  const ms = result["milliseconds"] as Record<string, number>;
  const line = (what: string, ratio: unknown, ours: string, peer: string): string =>
    `${what.padEnd(34)}${`${String(ratio)} ×`.padStart(12)}   ours ${ours}, peer ${peer}`;
  return [
    line("instants of one day", result["sameDay"], `${ns["sameDay"]} ns`, `${ns["sameDayPeer"]} ns`),
    line("random instants of a year", result["random"], `${ns["random"]} ns`, `${ns["randomPeer"]} ns`),
    line("5,000 schedules (peer: 20)", result["fleet"], `${ms["fleet5000"]} ms`, `${ms["peer20"]} ms`),
    line("new process to first answer", result["cold"], `${ms["cold"]} ms`, `${ms["coldPeer"]} ms`),
    line(
      "first zone look-up (peer: Intl)",
      result["firstZone"],
      `${ms["firstZone"]} ms`,
      `${ms["firstZoneIntl"]} ms`,
    ),
    `5,000 schedules: on a new day ${ms["fleet5000Midnight"]} ms, compiled in ${ms["fleet5000Compile"]} ms`,
    `floor (Map look-up by name) ${ns["floor"]} ns`,
    `${String(result["gzipBytes"])} bytes gzipped`,
  ];
}
