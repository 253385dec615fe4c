import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CACHE } from "../../cache";
import { startFunctions } from "../../functions-runtime";
import type { Build, Version } from "./types";

export interface Running {
  /** `http://localhost:…` */
  readonly url: string;
  stop(): Promise<void>;
}

interface Served {
  readonly build: Build;
  /** The variables in the functions' context. */
  readonly env: Readonly<Record<string, string>>;
  readonly twilioUrl: string;
}

/** Twilio's local runtime derives the visibility from the file's name. */
function fileOf({ kind, path, visibility }: Version): string {
  const full = kind === "function" ? `functions${path}.js` : `assets${path}`;
  return visibility === "public" ? full : full.replace(/(\.[^./]*)$/, `.${visibility}$1`);
}

export type RunBuild = (served: Served) => Promise<Running>;

/** Serves a build in Twilio's own local runtime, from a folder of its own. */
export const runBuild: RunBuild = async ({ build, env, twilioUrl }) => {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, "deployed-"));
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    const dependencies = Object.fromEntries(build.dependencies.map(({ name, version }) => [name, version]));
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "commonjs", dependencies }));
    for (const name of ["functions", "assets"]) await mkdir(join(folder, name));
    for (const version of build.versions) {
      const file = join(folder, fileOf(version));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, version.content);
    }
    const runtime = await startFunctions({ folder, port: 0, twilioUrl, env });
    return {
      url: runtime.url,
      stop: async () => {
        await runtime.stop();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
};
