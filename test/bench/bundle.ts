import { Script } from "node:vm";
import { buildPlugin } from "../../plugin/build-plugin";
import { gzipBytes } from "./support/bundle";
import { median, round } from "./support/measure";

export const title = "sizes of the plugin's script and its chunks, compared with one file";

/** An admin's browser loads these when the view opens: the plugin's script, the admin chunk and one language. */
const ADMIN = ["admin", "en-US"];
/** The largest size of the script, and of what loads when the view opens, bytes gzip. */
export const LIMIT = 350_000;
const COMPILES = 9;

type BuiltScript = Awaited<ReturnType<typeof buildPlugin>>["main"];

interface Weight {
  readonly bytes: number;
  readonly gzipBytes: number;
  /** ms in which the engine compiles the script, before it runs. */
  readonly compileMs: number;
}

function weigh(scripts: readonly BuiltScript[]): Weight {
  const times = Array.from({ length: COMPILES }, (_, index) => {
    const begun = performance.now();
    for (const { code } of scripts) {
      // A different text each time prevents caching; the whole script is compiled, not only the code that runs at
      // once.
      new Script(`${code}//${index}`, { produceCachedData: true });
    }
    return performance.now() - begun;
  });
  const sum = (of: (code: string) => number): number => scripts.reduce((all, { code }) => all + of(code), 0);
  return {
    bytes: sum((code) => Buffer.byteLength(code)),
    gzipBytes: sum(gzipBytes),
    compileMs: round(median(times)),
  };
}

export async function run(): Promise<Record<string, unknown>> {
  const { main, chunks } = await buildPlugin();
  const { main: oneFile } = await buildPlugin(true);
  const named = (name: string): BuiltScript => {
    const found = [...chunks].find(([path]) => path.endsWith(`/${name}.js`));
    if (found === undefined) throw new Error(`The plugin has no chunk ${name}`);
    return found[1];
  };
  const agent = weigh([main]);
  const admin = weigh([main, ...ADMIN.map(named)]);
  const each = Object.fromEntries(
    [...chunks].map(([path, { code }]) => [path.replace(/^.*\/|\.js$/g, ""), gzipBytes(code)]),
  );
  return {
    agent,
    admin,
    oneFile: weigh([oneFile]),
    gzipBytesOfChunks: each,
    limitGzipBytes: LIMIT,
    withinLimit: agent.gzipBytes <= LIMIT && admin.gzipBytes <= LIMIT,
  };
}

export function print(result: Record<string, unknown>): string[] {
  const line = (name: string, { bytes, gzipBytes: zipped, compileMs }: Weight): string =>
    `${name.padEnd(24)}${String(zipped).padStart(9)} bytes gzip ${String(bytes).padStart(9)} bytes ${String(compileMs).padStart(6)} ms to compile`;
  const { agent, admin, oneFile, gzipBytesOfChunks, limitGzipBytes, withinLimit } = result;
  const chunks = (isListed: (chunk: [string, number]) => boolean): string =>
    Object.entries(gzipBytesOfChunks as Record<string, number>)
      .filter(isListed)
      .map(([name, bytes]) => `${name} ${bytes}`)
      .join(", ");
  return [
    line("an agent loads", agent as Weight),
    line("the open view loads", admin as Weight),
    line("one file, for all", oneFile as Weight),
    `The open view loads the script, ${chunks(([name]) => ADMIN.includes(name))} (bytes gzip).`,
    `Later, or with another language: ${chunks(([name]) => !ADMIN.includes(name))}.`,
    `${withinLimit === true ? "Within" : "OVER"} ${String(limitGzipBytes)}.`,
  ];
}
