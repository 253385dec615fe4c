/** Each step of a deploy alone, and the parts of an account that it never changes. */
import { readFileSync } from "node:fs";
import { readLive } from "@schedule-manager/flex-config/live/read-live";
import { HEAD } from "@schedule-manager/shared/sync/layout";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { changesOf, must, notesOf, type Rehearsal, rehearse, ROOT } from "./support/rehearsal";

jest.setTimeout(120_000);
const US = `${ROOT}/flex-config/examples/us.json`;
const STEPS = ["sync", "key", "functions", "chunks", "ui", "plugin", "studio"];
const serviceSid = SYNC_SERVICE_SID;

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await rehearse();
});
afterEach(() => rehearsal.stop());

describe("the steps of a deploy", () => {
  it("[DP12] run separately, and name a missing prerequisite", async () => {
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

  it("[DP13] create the Studio flow on request, and keep one that was changed", async () => {
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
    const { configuration, taskRouter } = deployed;
    const target = (flow.definition as { states: { name: string; properties: object }[] }).states.find(
      ({ name }) => name === "send_to_flex",
    );
    expect(configuration.current()["taskrouter_workspace_sid"]).toMatch(/^WS/);
    expect(target?.properties).toMatchObject({
      workflow: taskRouter.workflows[0]?.sid,
      channel: taskRouter.channels.find(({ name }) => name === "voice")?.sid,
    });
    const theirs = { ...(flow.definition as object), description: "Ours, changed" };
    await client.studio.v2.flows(flow.sid).update({ status: "draft", definition: theirs });
    expect(notesOf(must(await run("studio"))).join()).toContain("--replace-flow");
    expect(flow.definition).toEqual(theirs);
    must(await run("studio", "--replace-flow"));
    expect(flow.definition).not.toEqual(theirs);
  });

  it("[SF2] list the workflows and channels, and name the setting, when the choice is ambiguous", async () => {
    const { deployed, run, values } = rehearsal;
    const { taskRouter } = deployed;
    must(await run("sync", "functions"));
    const [first] = taskRouter.workflows;
    if (first === undefined) throw new Error("no workflow");
    const second = { sid: `WW${"2".repeat(32)}`, name: "Night line" };
    const channels = taskRouter.channels.splice(0);
    taskRouter.workflows.splice(0);

    expect((await run("studio")).error).toMatchObject({ code: "workflow-missing" });
    taskRouter.workflows.push(first, second);
    const { error } = await run("studio");
    expect(error).toMatchObject({ code: "workflow-ambiguous" });
    for (const word of ["WORKFLOW_SID", first.sid, second.sid, second.name])
      expect(error?.message).toContain(word);
    values["WORKFLOW_SID"] = `WW${"3".repeat(32)}`;
    expect((await run("studio")).error).toMatchObject({ code: "workflow-missing" });
    values["WORKFLOW_SID"] = second.sid;
    taskRouter.channels.push(...channels.filter(({ name }) => name !== "voice"));
    const noVoice = (await run("studio")).error;
    expect(noVoice).toMatchObject({ code: "voice-channel-missing" });
    expect(noVoice?.message).toContain("VOICE_CHANNEL_SID");
    expect(deployed.studio.flows).toEqual([]);
    values["VOICE_CHANNEL_SID"] = channels.find(({ name }) => name === "chat")?.sid ?? "";
    must(await run("studio"));
    const text = JSON.stringify(deployed.studio.flows[0]?.definition);
    for (const sid of [second.sid, values["VOICE_CHANNEL_SID"]]) expect(text).toContain(sid);
    expect(text).not.toContain("${");
  });

  it("[SF1] report a flow with a placeholder that Studio refuses, with its place", async () => {
    const { client, deployed } = rehearsal;
    const template = JSON.parse(
      readFileSync(`${ROOT}/flex-config/studio/template-example-schedule-flow.json`, "utf8"),
    ) as object;
    const flow = { friendlyName: "Placeholders", status: "published", definition: template } as const;
    for (const attempt of [
      client.studio.v2.flowValidate.update(flow),
      client.studio.v2.flows.create(flow),
      client.studio.v2.flows.create({ ...flow, status: "draft" }),
    ]) {
      const refusal = await attempt.then(
        () => null,
        (error: unknown) => error as { status: number; code: number; details: { errors: unknown[] } },
      );
      expect(refusal).toMatchObject({ status: 400, code: 81022 });
      expect(refusal?.details.errors).toContainEqual(
        expect.objectContaining({ property_path: "#/states/6/properties/workflow" }),
      );
    }
    expect(deployed.studio.flows).toEqual([]);
  });

  it("[DP14] never change live schedules: a file fills only an empty service", async () => {
    const { client, run } = rehearsal;
    must(await run("sync", "--seed", US));
    const before = await readLive({ client, serviceSid });
    must(await run());
    expect((await run("sync", "--seed", US)).error?.code).toBe("not-empty");
    expect(await readLive({ client, serviceSid })).toEqual(before);
  });

  it("[DP15] pack the published schedules as the functions' fallback, and keep the old fallback during a publish", async () => {
    const { client, deployed, run, standIn } = rehearsal;
    must(await run("sync", "--seed", US));
    const done = must(await run("key", "functions"));
    const lock = client.sync.v1.services(serviceSid).documents(HEAD);
    const data = (await lock.fetch()).data as object;
    const mark = { id: "publish-1", by: { identity: "a" }, since: "", phase: "applying", generation: 2 };
    await lock.update({ data: { ...data, publish: mark } });
    const meanwhile = must(await run("functions"));
    expect(changesOf(meanwhile)).toEqual([]);
    expect(notesOf(meanwhile).join()).toContain("keep their fallback");
    await lock.update({ data });

    // A new process that cannot read Sync has only the fallback.
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
