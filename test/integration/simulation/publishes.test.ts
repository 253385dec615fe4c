import { execFile } from "node:child_process";
import { resolve } from "node:path";
import type { Result } from "../../simulation/simulate";
import { SEED } from "../../support/seed";

jest.setTimeout(240_000);

const ROOT = resolve(__dirname, "../../..");

function simulate(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const all = ["--import", "tsx", "test/simulation/main.ts", ...args];
  return new Promise((done) => {
    execFile(process.execPath, all, { cwd: ROOT }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe("admins who publish under failures", () => {
  it(`[SM3] no acknowledged change is lost, and none is half published (SEED=${SEED})`, async () => {
    const numbers = ["--seed", String(SEED), "--admins", "4", "--publishes", "16"];
    const { code, stdout, stderr } = await simulate("publishes", ...numbers, "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const result = JSON.parse(stdout) as Result;
    expect(result).toMatchObject({
      seed: SEED,
      admins: 4,
      lost: 0,
      halfApplied: 0,
      unexplained: 0,
      diverged: 0,
    });
    expect(result.publishes).toBeGreaterThanOrEqual(16);
    expect(result.acknowledged).toBeGreaterThan(0);
    expect(result.faults).toBeGreaterThan(0);
  });

  it("[SM2] prints its usage", async () => {
    expect(await simulate("--help")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("--publishes N") as string,
    });
    expect(await simulate("calls")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("calls") as string,
    });
  });
});
