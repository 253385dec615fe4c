/** Deploys against a separate stand-in, through the real libraries. */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Builds } from "@schedule-manager/flex-config/deploy/build";
import { deploy, type DeployReport } from "@schedule-manager/flex-config/deploy/deploy";
import { restClient } from "@schedule-manager/flex-config/deploy/twilio/rest-client";
import { PLUGIN_NAME } from "@schedule-manager/flex-config/deploy/plugin-service";
import { LICENSES_FILE } from "@schedule-manager/shared/api/licenses-file";
import type { Twilio } from "twilio";
import { buildFunctions } from "../../../../functions/build-functions";
import { builtFunctions } from "../../../stand-in/builds";
import { type DeployParts, mountDeploy } from "../../../stand-in/deploy/mount";
import { ACCOUNT_SID, AUTH_TOKEN } from "../../../stand-in/dev-account";
import type { RunBuild } from "../../../stand-in/deploy/serverless/running";
import { type StandIn, startStandIn } from "../../../stand-in/server";

import { runInProcess } from "./run-in-process";

export const ROOT = resolve(__dirname, "../../../..");

export interface Rehearsal {
  readonly standIn: StandIn;
  readonly deployed: DeployParts;
  readonly client: Twilio;
  /** Changes the plugin's build: its script, and the release of its chunk. */
  readonly plugin: (script: string, release?: string) => Promise<void>;
  /** The user's `.env`; may be changed between runs. */
  readonly values: Record<string, string>;
  readonly run: (...args: string[]) => Promise<DeployReport>;
  stop(): Promise<void>;
}

/** The functions' build, reused while its sources do not change. */
async function functionsTo(folder: string, snapshotFile: string | null, signedOnly: boolean): Promise<void> {
  if (signedOnly) await buildFunctions({ outDir: folder, signedOnly });
  else await cp(await builtFunctions(() => undefined), folder, { recursive: true });
  if (snapshotFile !== null) await cp(snapshotFile, join(folder, "assets/catalogue.private.json"));
}

/**
 * The plugin's build is slow and tested elsewhere; any script suffices here.
 * @param serve how the deployed functions run
 */
export async function rehearse(
  serve: RunBuild = runInProcess,
  functions: Builds["functions"] = functionsTo,
): Promise<Rehearsal> {
  const standIn = await startStandIn({ port: 0, limits: false });
  const deployed = mountDeploy(standIn.router, { now: Date.now, url: () => standIn.url, run: serve });
  deployed.serverless.buildTime = 0;
  const folder = await mkdtemp(join(tmpdir(), "schedule-deploy-"));
  const plugin = async (script: string, name = "first"): Promise<void> => {
    await rm(join(folder, "plugin"), { recursive: true, force: true });
    await mkdir(join(folder, "plugin/chunks", name), { recursive: true });
    await writeFile(
      join(folder, "plugin/chunks", name, "admin.js"),
      `window.part = "${name}";\n//# sourceMappingURL=admin.js.map\n`,
    );
    await writeFile(join(folder, "plugin", `${PLUGIN_NAME}.js`), script);
    await writeFile(join(folder, "plugin", `${PLUGIN_NAME}.js.map`), "{}");
    for (const place of ["plugin", `plugin/chunks/${name}`])
      await writeFile(join(folder, place, LICENSES_FILE), "Licence: MPL-2.0");
  };
  await plugin("window.scheduleManager = 1;");
  const builds: Builds = {
    functions,
    plugin: (to) => cp(join(folder, "plugin"), to, { recursive: true }),
  };
  const values: Record<string, string> = { ACCOUNT_SID, AUTH_TOKEN };
  return {
    standIn,
    deployed,
    client: restClient(ACCOUNT_SID, AUTH_TOKEN, standIn.url),
    plugin,
    values,
    // No settings file, so that a user's `.env` does not affect the tests.
    run: (...args) =>
      deploy({
        args: [...args, "--to", standIn.url, "--env", "/dev/null"],
        environment: values,
        root: ROOT,
        builds,
        liveFolder: join(folder, "live"),
        wait: (ms) => new Promise((done) => setTimeout(done, Math.min(ms, 50))),
      }),
    async stop() {
      await deployed.stop();
      await standIn.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const changesOf = ({ steps }: DeployReport): readonly string[] =>
  steps.flatMap(({ changes }) => changes);
export const notesOf = ({ steps }: DeployReport): readonly string[] => steps.flatMap(({ notes }) => notes);

/** A run that must succeed. */
export function must(report: DeployReport): DeployReport {
  if (!report.ok) throw new Error(`${report.error?.code}: ${report.error?.message}`);
  return report;
}
