import { writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { parseConfiguration } from "@schedule-manager/shared/import-export/configuration/config-format";
import us from "../../flex-config/examples/us.json";
import { buildInto, startRuntime } from "../integration/functions/support/runtime";
import { startWorld } from "../integration/functions/support/world";
import { bundle } from "./support/bundle";
import { median, round } from "./support/measure";

export const title =
  "the warm check, compared with Twilio's algorithm on a local asset, both in Twilio's local runtime";

const ROUNDS = 7;
const CALLS = 300;
const AT_ONCE = 8;

/** The peer as a function: it reads its configuration, a private asset, at each call, as Twilio's does. */
const PEER = `
import { evaluateAsTwilio } from "./bench/peers/twilio-algorithm";
export const handler = (context, event, callback) => {
  const configuration = JSON.parse(Runtime.getAssets()["/config.json"].open());
  const response = new Twilio.Response();
  response.appendHeader("Content-Type", "application/json");
  response.setBody(evaluateAsTwilio(configuration, event.name, Date.now()));
  callback(null, response);
};`;

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

const ask = (url: string): Promise<string> =>
  new Promise((done, failed) => {
    get(url, { agent }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => done(text));
    }).on("error", failed);
  });

/** Requests per second, and the latency (ms) of each. */
async function round_(url: string): Promise<{ rate: number; times: number[] }> {
  const times: number[] = [];
  let left = CALLS;
  const begun = performance.now();
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      await ask(url);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { rate: (CALLS * 1000) / (performance.now() - begun), times };
}

export async function run(): Promise<Record<string, unknown>> {
  const parsed = parseConfiguration(us);
  if (!parsed.ok) throw new Error("the example is not a configuration");
  const { configuration } = parsed;
  const name = configuration.schedules[0]?.name ?? "";
  const built = await buildInto();
  await writeFile(join(built.folder, "functions/peer.js"), await bundle(PEER));
  await writeFile(join(built.folder, "assets/config.private.json"), JSON.stringify(configuration));
  const world = await startWorld(configuration);
  const runtime = await startRuntime(built, world.standIn.url);
  try {
    const query = `?name=${encodeURIComponent(name)}`;
    const contestants = {
      ours: `${runtime.url}/check-schedule${query}`,
      peer: `${runtime.url}/peer${query}`,
    };
    const answers = { ours: await ask(contestants.ours), peer: await ask(contestants.peer) };
    const rates: Record<string, number[]> = { ours: [], peer: [] };
    const times: Record<string, number[]> = { ours: [], peer: [] };
    for (let rounds = 0; rounds < ROUNDS; rounds += 1) {
      for (const [who, url] of Object.entries(contestants)) {
        const measured = await round_(url);
        rates[who]?.push(measured.rate);
        times[who]?.push(...measured.times);
      }
    }
    const result = (who: "ours" | "peer") => {
      const sorted = [...(times[who] ?? [])].sort((a, b) => a - b);
      return {
        perSecond: round(median(rates[who] ?? [])),
        p50: round(sorted[Math.floor(sorted.length * 0.5)] ?? NaN, 2),
        p99: round(sorted[Math.floor(sorted.length * 0.99)] ?? NaN, 2),
      };
    };
    const ours = result("ours");
    const peer = result("peer");
    return {
      answers,
      ours,
      peer,
      // Above 1: more requests a second. Below 1: a lower latency.
      rateRatio: round(ours.perSecond / peer.perSecond, 2),
      p50Ratio: round(ours.p50 / peer.p50, 2),
      p99Ratio: round(ours.p99 / peer.p99, 2),
    };
  } finally {
    agent.destroy();
    await runtime.stop();
    await world.standIn.stop();
    await built.remove();
  }
}

export const print = (result: Record<string, unknown>): string[] =>
  Object.entries(result).map(([label, value]) => `${label.padEnd(8)} ${JSON.stringify(value)}`);
