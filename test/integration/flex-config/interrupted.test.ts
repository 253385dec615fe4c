/** Commands with a temporary folder, interrupted as by Ctrl-C. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Rehearsal, rehearse, ROOT } from "./support/rehearsal";

jest.setTimeout(240_000);

let rehearsal: Rehearsal;
const folder = mkdtempSync(join(tmpdir(), "interrupted-"));
beforeAll(async () => {
  rehearsal = await rehearse();
});
afterAll(async () => {
  await rehearsal.stop();
  rmSync(folder, { recursive: true });
});

const builds = (): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith("schedule-manager-build-"));

describe.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s", (signal, code) => {
  it.each([
    ["deploy", () => ["deploy/main.ts", "plugin", "--env", "/dev/null", "--to", rehearsal.standIn.url]],
    ["plugin:folder", () => ["plugin-folder/main.ts", "--out", join(folder, "out")]],
  ])("[DP25] no temporary folder of %s remains", async (_command, args) => {
    const [main = "", ...rest] = args();
    const all = ["--import", "tsx", `flex-config/src/${main}`, ...rest];
    // The compiler has its own files in the folder for temporary ones.
    const env = { ...process.env, TMPDIR: folder, TSX_DISABLE_CACHE: "1" };
    const child = spawn(process.execPath, all, { cwd: ROOT, env, stdio: ["ignore", "ignore", "pipe"] });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (err += chunk));
    const closed = new Promise<number | null>((done) => child.once("close", done));
    while (builds().length === 0 && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    // The build process has started to write.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(builds()).toHaveLength(1);
    child.kill(signal);
    expect([await closed, err]).toEqual([code, expect.stringContaining("Interrupted")]);
    expect(builds()).toEqual([]);
  });
});
