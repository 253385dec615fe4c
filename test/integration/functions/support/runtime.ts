/** The built functions in Twilio's local runtime, in a separate process. */
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Plugin } from "esbuild";
import { buildFunctions } from "../../../../functions/build-functions";
import { startFunctions } from "../../../stand-in/functions-runtime";

const ROOT = resolve(__dirname, "../../../..");

export interface Built {
  /** Contains `functions` and `assets`. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Builds into a separate folder in which `twilio` and the runtime can be resolved. */
export async function buildInto(snapshot?: string, plugins: readonly Plugin[] = []): Promise<Built> {
  const top = await mkdtemp(join(tmpdir(), "schedule-functions-"));
  const folder = join(top, "dist");
  await buildFunctions({ outDir: folder, plugins, ...(snapshot === undefined ? {} : { snapshot }) });
  await symlink(join(ROOT, "node_modules"), join(top, "node_modules"), "junction");
  return { folder, remove: () => rm(top, { recursive: true, force: true }) };
}

export interface Runtime {
  readonly url: string;
  /** Its output since it was ready, including the functions' log lines. */
  lines(): readonly string[];
  stop(): Promise<void>;
}

/**
 * @param twilioUrl address of Twilio
 * @param env further environment of the functions
 */
export async function startRuntime(
  { folder }: Built,
  twilioUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Runtime> {
  const lines: string[] = [];
  const runtime = await startFunctions({
    folder,
    port: 0,
    twilioUrl,
    env,
    onLine: (line) => lines.push(line),
  });
  return { url: runtime.url, lines: () => lines, stop: () => runtime.stop() };
}
