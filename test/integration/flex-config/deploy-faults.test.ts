/** Deploys with failures: refusals by Twilio, interruptions, and the next run after them. */
import type { FaultAction } from "../../stand-in/faults";
import { changesOf, must, type Rehearsal, rehearse } from "./support/rehearsal";

jest.setTimeout(240_000);
const STEPS = ["key", "functions", "ui", "plugin"];
const MOST = 60;

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await rehearse();
  must(await rehearsal.run("sync"));
});
afterEach(() => rehearsal.stop());

/** Repeats a deploy, interrupted one write later each time; returns the output of the interrupted runs. */
async function cutAtEveryWrite(action: FaultAction): Promise<string[]> {
  const { run, standIn } = rehearsal;
  const said: string[] = [];
  while (said.length < MOST) {
    standIn.faults.clear();
    const match = { method: "POST", path: ".twilio.com" };
    standIn.faults.add({ match, action, after: said.length, times: 1 });
    const report = await run(...STEPS);
    if (report.ok) break;
    said.push(`${report.error?.code}: ${report.error?.message}`);
  }
  standIn.faults.clear();
  return said;
}

async function isWhole(): Promise<void> {
  const { deployed, run } = rehearsal;
  const done = must(await run());
  expect((await fetch(done.checkSchedule?.replace("check-schedule", "health") ?? "")).status).toBe(200);
  expect(changesOf(must(await run()))).toEqual([]);
  expect(deployed.serverless.services.size).toBe(2);
  expect(deployed.plugins.onPage()).toHaveLength(1);
}

describe("a deploy with failures", () => {
  it.each<[string, FaultAction, RegExp]>([
    ["done, its answer lost", { do: "drop" }, /^twilio-unreachable: Could not .*: no answer/],
    ["refused with 500", { do: "answer", status: 500, code: 20500 }, /^twilio-refused: Could not .*500/],
  ])("[DP7] continues where it was interrupted, at every write: %s", async (_what, action, words) => {
    const said = await cutAtEveryWrite(action);
    expect(said.length).toBeGreaterThan(6);
    expect(said.length).toBeLessThan(MOST);
    for (const message of said) expect(message).toMatch(words);
    await isWhole();
  });

  it("[DP11] waits and continues after a 429", async () => {
    const { run, standIn } = rehearsal;
    for (const path of [
      "serverless.twilio.com/v1/Services",
      "/Variables",
      "serverless-upload.twilio.com",
      "/Builds",
      "flex-api.twilio.com/v1/PluginService",
    ]) {
      standIn.faults.add({
        match: { method: "POST", path },
        action: { do: "answer", status: 429, code: 20429 },
        times: 1,
      });
    }
    must(await run(...STEPS));
    expect(standIn.faults.list()).toEqual([]);
    await isWhole();
  });
});
