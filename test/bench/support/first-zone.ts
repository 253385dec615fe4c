import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { bundle, withFiles } from "./bundle";
import { interleaved } from "./measure";

const RUNS = 11;
const ZONES = ["America/New_York", "Europe/Berlin", "Pacific/Auckland"];

/** The zone look-up with the shipped data, and the one that reads the runtime's through Intl. */
const SHIPPED = `export { zoneOf } from "@schedule-manager/shared/time/zone";`;
const RUNTIME = `export { offsetReader } from "@schedule-manager/shared/time/zone-offset";`;

/** ms from before loading to the first offset of a zone; the offset, which both must agree on, goes along. */
const main = (load: string, offset: string): string => `
  const start = process.hrtime.bigint();
  const it = require("./${load}");
  const [name, t] = [process.argv[2], ${Date.UTC(2026, 6, 1, 12)}];
  const offset = ${offset};
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  process.stdout.write(JSON.stringify({ ms, offset }));`;

/** ms of the first zone look-up in new processes by turns, each with loading its script. */
export async function firstZone(): Promise<{ shipped: number; intl: number }> {
  const files = {
    "shipped.js": await bundle(SHIPPED),
    "intl.js": await bundle(RUNTIME),
    "shipped-main.js": main("shipped.js", "it.zoneOf(name).span(t).offset"),
    "intl-main.js": main("intl.js", "it.offsetReader(name)(t)"),
  };
  return withFiles(files, async (folder) => {
    const offsets = new Map<string, number>();
    const once = (file: string): number => {
      const times = ZONES.map((zone) => {
        const output = execFileSync(process.execPath, [join(folder, file), zone], { encoding: "utf8" });
        const { ms, offset } = JSON.parse(output) as { ms: number; offset: number };
        if ((offsets.get(zone) ?? offset) !== offset) throw new Error(`the offsets of ${zone} differ`);
        offsets.set(zone, offset);
        return ms;
      });
      return times.reduce((sum, ms) => sum + ms, 0) / times.length;
    };
    return Promise.resolve(
      interleaved(RUNS, { shipped: () => once("shipped-main.js"), intl: () => once("intl-main.js") }),
    );
  });
}
