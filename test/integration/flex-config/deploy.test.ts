import { planSyncSetup } from "@schedule-manager/flex-config/setup/sync";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { runBuild } from "../../stand-in/deploy/serverless/running";
import { releaseOther } from "./support/other-plugin";
import { changesOf, must, notesOf, type Rehearsal, rehearse, ROOT } from "./support/rehearsal";
import { version as VERSION } from "../../../plugin/package.json";

jest.setTimeout(240_000);
/** The state that versions before 1.0 left in the account's default Sync service. */
const FORMER_TOKEN = "schedule-manager-reader";
const US = `${ROOT}/flex-config/examples/us.json`;

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await rehearse(runBuild);
});
afterEach(() => rehearsal.stop());

const environments = () =>
  [...rehearsal.deployed.serverless.services.values()].flatMap((service) => [
    ...service.environments.values(),
  ]);
const keyVariables = () =>
  environments().flatMap(({ variables }) =>
    [...variables.values()]
      .filter(({ key }) => key === "API_KEY" || key === "API_SECRET")
      .map(({ value }) => value),
  );

describe("deploy", () => {
  it("[DP1, DP2, DP3] prints and makes its changes, the functions answer, and a second run changes nothing", async () => {
    const { deployed, run, standIn } = rehearsal;
    const dry = must(await run("--dry-run"));
    expect(dry.steps.map(({ name }) => name)).toEqual(["sync", "key", "functions", "chunks", "ui", "plugin"]);
    expect(changesOf(dry).length).toBeGreaterThan(40);
    expect(deployed.serverless.services.size).toBe(0);
    expect(deployed.keys.list).toEqual([]);
    expect(deployed.plugins.plugins).toEqual([]);
    expect(await planSyncSetup({ client: rehearsal.client, serviceSid: SYNC_SERVICE_SID })).not.toMatchObject(
      {
        steps: [],
      },
    );

    must(await run("sync", "--seed", US));
    const done = must(await run());
    const answer = await fetch(`${done.checkSchedule}?name=Example&simulate=2026-12-25T10:00`);
    expect([answer.status, await answer.json()]).toEqual([200, { isOpen: false, closedReason: "holiday" }]);
    expect(done.checkSchedule?.startsWith(`${standIn.url}/flex-schedule-manager-`)).toBe(true);
    expect(deployed.plugins.onPage()).toEqual([
      expect.objectContaining({ name: "plugin-flex-schedule-manager", version: VERSION }),
    ]);
    const src = deployed.plugins.onPage()?.[0]?.src.replace("/__tw/", "/");
    expect(await (await fetch(`${standIn.url}${src}`)).text()).toContain("scheduleManager");

    expect(changesOf(must(await run()))).toEqual([]);
    expect(changesOf(must(await run("--dry-run")))).toEqual([]);
  });

  it("[DP4] no output contains a secret", async () => {
    const { run } = rehearsal;
    must(await run("sync"));
    const report = JSON.stringify([await run("--dry-run"), await run("key"), await run("functions")]);
    const [key, secret] = keyVariables();
    expect(key).toMatch(/^SK/);
    expect(secret).toMatch(/^[0-9a-f]{32}$/);
    expect(report).not.toContain(secret);
    expect(report).not.toContain("00000000000000000000000000000002");
  });

  it("[DP5] other functions, variables, dependencies, plugins and attributes are kept", async () => {
    const { client, deployed, run } = rehearsal;
    must(await run("sync", "key"));
    const service = [...deployed.serverless.services.values()][0];
    const environment = service && [...service.environments.values()][0];
    if (service === undefined || environment === undefined) throw new Error("no environment");
    const store = deployed.serverless;
    const other = store.createResource(service, "function", "/other");
    const code = "exports.handler = (context, event, callback) => callback(null, context.THEIRS);";
    const version = store.upload(service, other, "/other", "public", Buffer.from(code));
    const theirs = store.createBuild(
      service,
      [version.sid],
      [{ name: "lodash", version: "4.17.21" }],
      "node22",
    );
    store.buildTime = 0;
    store.deploy(service, environment, theirs.sid, false);
    store.setVariable(environment, null, "THEIRS", "kept");
    releaseOther(deployed.plugins);
    await client.flexApi.v1.configuration().update({
      account_sid: client.accountSid,
      ui_attributes: { theme: "dark", custom_data: { features: { other: { enabled: true } } } },
    });

    const done = must(await run());
    const answer = await fetch(done.checkSchedule?.replace("check-schedule", "other") ?? "");
    expect(await answer.text()).toBe("kept");
    expect(store.at(environment.domainName)?.build.dependencies).toContainEqual({
      name: "lodash",
      version: "4.17.21",
    });
    expect(
      deployed.plugins
        .onPage()
        ?.map(({ name }) => name)
        .sort(),
    ).toEqual(["plugin-flex-schedule-manager", "plugin-other"]);
    expect(deployed.configuration.current()["ui_attributes"]).toEqual({
      theme: "dark",
      custom_data: {
        features: {
          other: { enabled: true },
          flex_schedule_manager: { enabled: true, serverless_domain: environment.domainName },
        },
      },
    });
  });

  it("[DP6] values set in Flex take precedence unless overwritten", async () => {
    const { client, deployed, run } = rehearsal;
    must(await run("sync", "key", "functions"));
    await client.flexApi.v1.configuration().update({
      account_sid: client.accountSid,
      ui_attributes: {
        custom_data: {
          features: { flex_schedule_manager: { serverless_domain: "theirs.twil.io", mine: 1 } },
        },
      },
    });
    const kept = must(await run("ui"));
    const feature = () =>
      (deployed.configuration.current() as { ui_attributes: { custom_data: { features: object } } })
        .ui_attributes.custom_data.features;
    expect(feature()).toEqual({
      flex_schedule_manager: { enabled: true, serverless_domain: "theirs.twil.io", mine: 1 },
    });
    expect(notesOf(kept).join()).toContain("theirs.twil.io");
    must(await run("ui", "--overwrite-ui"));
    expect(feature()).toEqual({
      flex_schedule_manager: { enabled: true, serverless_domain: environments()[0]?.domainName, mine: 1 },
    });
  });

  it("[DP19] the number of agents is set in Flex if configured, and an existing value takes precedence", async () => {
    const { deployed, run, values } = rehearsal;
    const agents = () =>
      (
        deployed.configuration.current() as {
          ui_attributes: { custom_data: { features: { flex_schedule_manager: { agents?: number } } } };
        }
      ).ui_attributes.custom_data.features.flex_schedule_manager.agents;
    must(await run("sync", "key", "functions", "ui"));
    expect(agents()).toBeUndefined();
    values["AGENTS"] = "7000";
    expect(changesOf(must(await run("ui")))).toEqual([
      "set custom_data.features.flex_schedule_manager.agents = 7000",
    ]);
    values["AGENTS"] = "800";
    const kept = must(await run("ui"));
    expect([changesOf(kept), notesOf(kept).join(), agents()]).toEqual([
      [],
      expect.stringContaining("agents = 7000"),
      7000,
    ]);
    must(await run("ui", "--overwrite-ui"));
    expect(agents()).toBe(800);
  });

  it("[DP8] a plugin version deployed with other content is refused", async () => {
    const { plugin, run } = rehearsal;
    must(await run("plugin"));
    await plugin("window.scheduleManager = 2;");
    expect((await run("plugin")).error?.code).toBe("plugin-version-taken");
    must(await run("plugin", "--plugin-version", "0.2.0"));
    expect(rehearsal.deployed.plugins.onPage()?.map(({ version }) => version)).toEqual(["0.2.0"]);
  });

  it("[DP9] a removal deletes everything it created, and the schedules only after a double confirmation", async () => {
    const { client, deployed, run } = rehearsal;
    must(await run("sync", "--seed", US));
    must(await run());
    for (const half of ["--delete-schedules", "--yes-delete-schedules"]) {
      expect((await run("remove", half)).error?.code).toBe("usage");
    }
    const theirs = { token: "theirs", serviceSid: `IS${"0".repeat(32)}`, shards: 8 };
    const { documents } = client.sync.v1.services("default");
    const shared = async () => (await documents.list()).filter((each) => each.uniqueName === FORMER_TOKEN);
    await documents.create({ uniqueName: FORMER_TOKEN, data: theirs });
    expect(notesOf(must(await run("remove", "--dry-run"))).join()).toContain(FORMER_TOKEN);
    await documents(FORMER_TOKEN).update({ data: { ...theirs, serviceSid: SYNC_SERVICE_SID } });
    must(await run("remove"));
    expect(deployed.plugins.onPage()).toEqual([]);
    expect([...deployed.serverless.services.values()].map(({ uniqueName }) => uniqueName)).toEqual([
      "default",
    ]);
    expect(deployed.keys.list).toEqual([]);
    expect(await shared()).toEqual([]);
    expect(JSON.stringify(deployed.configuration.current())).not.toContain("schedule_manager");
    expect((await client.sync.v1.services(SYNC_SERVICE_SID).documents("head").fetch()).data).toMatchObject({
      generation: 1,
    });
    expect(changesOf(must(await run("remove")))).toEqual([]);
    must(await run("remove", "--delete-schedules", "--yes-delete-schedules"));
    const left = await client.sync.v1.services.list();
    // The account's default service must not be removed.
    expect(left.map(({ uniqueName }) => uniqueName)).toEqual(["default"]);
  });

  it("[DP10] failures have clear messages", async () => {
    const { run, standIn } = rehearsal;
    expect((await run("nonsense")).error).toMatchObject({ code: "usage" });
    standIn.faults.add({ match: { path: "twilio.com" }, action: { do: "answer", status: 401, code: 20003 } });
    expect((await run("sync")).error).toMatchObject({
      code: "credentials-refused",
      message: expect.stringContaining("ACCOUNT_SID and AUTH_TOKEN") as string,
    });
  });
});
