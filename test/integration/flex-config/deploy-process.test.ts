/** `npm run deploy` as a process: its output, its exit code, and its state after being killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { bundledCommand } from "./support/bundled-command";
import { changesOf, must, type Rehearsal, rehearse, ROOT } from "./support/rehearsal";

jest.setTimeout(240_000);

let script: string;
beforeAll(async () => {
  script = await bundledCommand("flex-config/src/deploy/main.ts");
});
afterAll(() => rmSync(script));

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await rehearse();
});
afterEach(() => rehearsal.stop());

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const all = [script, ...args, "--env", "/dev/null"];
  const child = spawn(process.execPath, all, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, npm_config_offline: "true" },
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (out += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (err += chunk));
  return { child, ended: new Promise((done) => child.once("close", (code) => done({ code, out, err }))) };
}
const deploy = (...args: string[]): Promise<Ended> => start(...args).ended;
const here = (): string[] => ["--to", rehearsal.standIn.url];

describe("npm run deploy", () => {
  it("[DP16] prints its steps as JSON in a dry run, and changes nothing", async () => {
    const { code, out } = await deploy("sync", "key", "functions", "ui", "--dry-run", "--json", ...here());
    const report = JSON.parse(out) as {
      ok: boolean;
      dryRun: boolean;
      steps: { name: string; changes: [] }[];
    };
    expect([code, report.ok, report.dryRun]).toEqual([0, true, true]);
    expect(report.steps.map(({ name }) => name)).toEqual(["sync", "key", "functions", "ui"]);
    expect(report.steps.every(({ changes }) => changes.length > 0)).toBe(true);
    expect(rehearsal.deployed.keys.list).toEqual([]);
    expect(rehearsal.deployed.serverless.services.size).toBe(0);
  });

  it("[DP16] prints its progress, and exits with 0, 1 or 2", async () => {
    const done = await deploy("sync", ...here());
    expect([done.code, done.err]).toEqual([0, ""]);
    expect(done.out).toMatch(
      /Sync service\n {2}✓ turn on access control[\s\S]+✓ create the document head[\s\S]+changes\.\n$/,
    );
    const refused = await deploy("ui", ...here());
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("Not finished (functions-missing)");
    for (const args of [
      ["nonsense"],
      ["--to", "http://example.com"],
      ["remove", "sync"],
      ["--shards", "0"],
    ]) {
      const { code, err } = await deploy(...args);
      expect([code, err]).toEqual([2, expect.stringContaining("(usage)")]);
    }
    const nobody = await deploy("sync", "--to", "http://localhost:1");
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining("(twilio-unreachable)")]);
  });

  it("[DP7] is continued by the next run after being killed", async () => {
    const { run, standIn } = rehearsal;
    must(await run("sync"));
    for (const after of [0, 3, 9, 15]) {
      const match = { method: "POST", path: ".twilio.com" };
      standIn.faults.add({ match, delayMs: 400, action: { do: "drop" }, after, times: 1 });
      const { child, ended } = start("key", "functions", "ui", ...here());
      while (standIn.faults.list().length > 0 && child.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      child.kill("SIGKILL");
      await ended;
      standIn.faults.clear();
    }
    // The last request before its death is still executed.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const done = must(await run());
    expect((await fetch(done.checkSchedule?.replace("check-schedule", "health") ?? "")).status).toBe(200);
    expect(changesOf(must(await run()))).toEqual([]);
  });

  it("[DP17] reports a failed build, keeps the current deployment, and continues later", async () => {
    const { deployed, run } = rehearsal;
    const { checkSchedule } = must(await run("sync", "key", "functions"));
    const service = [...deployed.serverless.services.values()][0];
    deployed.serverless.buildFailure = "out of order";
    // Another fallback counts as other content.
    must(await run("sync", "--seed", `${ROOT}/flex-config/examples/us.json`));
    expect((await run("functions")).error).toMatchObject({
      code: "build-failed",
      message: expect.stringMatching(/See the build ZB\w+ in the console for the reason/) as string,
    });
    expect((await fetch(`${checkSchedule}?name=Example`)).status).toBe(200);
    deployed.serverless.buildFailure = null;
    expect(changesOf(must(await run("functions")))).toHaveLength(1);
    expect(changesOf(must(await run("functions")))).toEqual([]);
    expect(service?.builds.size).toBe(3);
  });
});
