/** Each piece of a deploy alone, and what of an account it never touches. */
import { readLive } from "@schedule-manager/flex-config/live/read-live";
import { STEPS } from "@schedule-manager/flex-config/deploy/arguments";
import { LOCK } from "@schedule-manager/shared/sync-layout";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-values";
import { changesOf, must, notesOf, type Rehearsal, rehearse, ROOT } from "./support/rehearsal";

jest.setTimeout(120_000);
const US = `${ROOT}/flex-config/examples/us.json`;
const serviceSid = SYNC_SERVICE_SID;

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await rehearse();
});
afterEach(() => rehearsal.stop());

describe("the steps of a deploy", () => {
  it("[DP12] run one by one, and say what has to come first", async () => {
    const { run } = rehearsal;
    await rehearsal.client.sync.v1.services(serviceSid).update({ friendlyName: "another" });
    for (const [step, code] of [
      ["functions", "sync-service-missing"],
      ["ui", "functions-missing"],
      ["studio", "functions-missing"],
    ] as const) {
      expect((await run(step)).error?.code).toBe(code);
    }
    for (const step of STEPS) {
      expect(changesOf(must(await run(step)))).not.toEqual([]);
      expect(changesOf(must(await run(step)))).toEqual([]);
    }
    expect(changesOf(must(await run("--studio")))).toEqual([]);
  });

  it("[DP13] make the Studio flow when asked, and leave alone one that somebody changed", async () => {
    const { client, deployed, run } = rehearsal;
    must(await run());
    expect(deployed.studio.flows).toEqual([]);
    must(await run("studio"));
    const [flow] = deployed.studio.flows;
    if (flow === undefined) throw new Error("no flow");
    const widget = () =>
      (flow.definition as { states: { name: string; properties: Record<string, string> }[] }).states.find(
        ({ name }) => name === "check_schedule",
      )?.properties;
    const place = [...deployed.serverless.services.values()].find(
      ({ uniqueName }) => uniqueName !== "default",
    );
    const environment = [...(place?.environments.values() ?? [])][0];
    expect(widget()).toMatchObject({
      service_sid: place?.sid,
      environment_sid: environment?.sid,
      url: `https://${environment?.domainName}/check-schedule`,
    });
    const theirs = { ...(flow.definition as object), description: "Ours, changed" };
    await client.studio.v2.flows(flow.sid).update({ status: "draft", definition: theirs });
    expect(notesOf(must(await run("studio"))).join()).toContain("--replace-flow");
    expect(flow.definition).toEqual(theirs);
    must(await run("studio", "--replace-flow"));
    expect(flow.definition).not.toEqual(theirs);
  });

  it("[DP14] never touch live schedules: a file fills an empty service only", async () => {
    const { client, run } = rehearsal;
    must(await run("sync", "--seed", US));
    const before = await readLive({ client, serviceSid });
    must(await run());
    expect((await run("sync", "--seed", US)).error?.code).toBe("not-empty");
    expect(await readLive({ client, serviceSid })).toEqual(before);
  });

  it("[DP15] pack what is live as the functions' fallback, and keep it while somebody publishes", async () => {
    const { client, deployed, run, standIn } = rehearsal;
    must(await run("sync", "--seed", US));
    const done = must(await run("key", "functions"));
    const lock = client.sync.v1.services(serviceSid).documents(LOCK);
    const data = (await lock.fetch()).data as object;
    const mark = { id: "publish-1", by: { identity: "a" }, since: "", phase: "applying", generation: 2 };
    await lock.update({ data: { ...data, publish: mark } });
    const meanwhile = must(await run("functions"));
    expect(changesOf(meanwhile)).toEqual([]);
    expect(notesOf(meanwhile).join()).toContain("fallback stays");
    await lock.update({ data });

    // A new process that can't read Sync has nothing but the fallback.
    standIn.faults.add({ match: { path: "sync.twilio.com" }, action: { do: "refuse" } });
    const environment = [...deployed.serverless.services.values()].flatMap((service) => [
      ...service.environments.values(),
    ])[0];
    if (environment === undefined) throw new Error("no environment");
    deployed.serverless.setVariable(environment, null, "ANOTHER", "process");
    const answer = await fetch(`${done.checkSchedule}?name=Example&simulate=2026-12-25T10:00`);
    expect(answer.headers.get("x-schedule-stale")).toBe("true");
    expect(await answer.json()).toEqual({ isOpen: false, closedReason: "holiday" });
  });
});
