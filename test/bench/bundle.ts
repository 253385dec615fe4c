import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Script } from "node:vm";
import { build, type Plugin } from "vite";
import { gzipBytes, ROOT } from "./support/bundle";
import { median, round } from "./support/measure";

export const title = "the plugin's script: whole, and what agents alone would need";

/** What the script may weigh. */
export const LIMIT = 350_000;
const COMPILES = 9;

/** Leaves out what only those see who may open the Schedule Manager. */
const withoutAdmin: Plugin = {
  name: "without-admin",
  enforce: "pre",
  resolveId: (id) => (/\/(schedule-manager-view|start-editing)$/.test(id) ? "\0nothing" : null),
  load: (id) =>
    id === "\0nothing"
      ? "export const ScheduleManagerView = () => null; export const startEditing = () => undefined;"
      : null,
};

interface Built {
  readonly bytes: number;
  readonly gzipBytes: number;
  /** ms that the engine needs to read it, before anything runs. */
  readonly compileMs: number;
  readonly holdsIcal: boolean;
}

async function built(more: readonly Plugin[]): Promise<Built> {
  const result = await build({
    configFile: join(ROOT, "plugin/vite.config.ts"),
    plugins: [...more],
    build: { write: false, sourcemap: true },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (first === undefined || !("output" in first)) throw new Error("Vite built nothing");
  const { output } = first;
  const chunks = output.filter((file) => file.type === "chunk");
  const [chunk] = chunks;
  if (chunk === undefined || chunks.length > 1) throw new Error("Flex loads one script, and this is not one");
  const { code, moduleIds } = chunk;
  const times = Array.from({ length: COMPILES }, (_, index) => {
    const begun = performance.now();
    // Another text each time, so that nothing is remembered; all of it is compiled, not what runs at once alone.
    new Script(`${code}//${index}`, { produceCachedData: true });
    return performance.now() - begun;
  });
  return {
    bytes: Buffer.byteLength(code),
    gzipBytes: gzipBytes(code),
    compileMs: round(median(times)),
    holdsIcal: moduleIds.some((id) => id.includes("/ical.js/")),
  };
}

export async function run(): Promise<Record<string, unknown>> {
  const whole = await built([]);
  const agents = await built([withoutAdmin]);
  const { version } = JSON.parse(await readFile(join(ROOT, "plugin/package.json"), "utf8")) as {
    version: string;
  };
  return {
    version,
    whole,
    agentsAlone: agents,
    adminGzipBytes: whole.gzipBytes - agents.gzipBytes,
    limitGzipBytes: LIMIT,
    withinLimit: whole.gzipBytes <= LIMIT,
  };
}

export function print(result: Record<string, unknown>): string[] {
  const line = (name: string, { bytes, gzipBytes: zipped, compileMs, holdsIcal }: Built): string =>
    `${name.padEnd(14)}${String(zipped).padStart(9)} bytes gzip ${String(bytes).padStart(9)} bytes ${String(compileMs).padStart(6)} ms to compile${holdsIcal ? ", with ical.js" : ""}`;
  const { whole, agentsAlone, adminGzipBytes, limitGzipBytes, withinLimit } = result;
  return [
    line("whole", whole as Built),
    line("agents alone", agentsAlone as Built),
    `The admin part is ${String(adminGzipBytes)} bytes gzip. The whole is ${withinLimit === true ? "within" : "OVER"} ${String(limitGzipBytes)}.`,
  ];
}
