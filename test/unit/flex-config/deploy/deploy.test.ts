/** Deploys to the stand-in in this process, with small functions instead of the product's. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { releaseOther } from "../../../integration/flex-config/support/other-plugin";
import {
  changesOf,
  must,
  notesOf,
  type Rehearsal,
  rehearse,
  ROOT,
} from "../../../integration/flex-config/support/rehearsal";
import { runInProcess } from "../../../integration/flex-config/support/run-in-process";
import { isOurPath } from "@schedule-manager/flex-config/deploy/steps/our-paths";
import { SYNC_SERVICE_SID } from "../../../stand-in/dev-account";
import type { Build, Environment, Service } from "../../../stand-in/deploy/serverless/types";
import { smallFunctions } from "./small-functions";
import { version as VERSION } from "../../../../plugin/package.json";

jest.setTimeout(60_000);
const US = `${ROOT}/flex-config/examples/us.json`;
const STEPS = ["key", "functions", "chunks", "ui", "plugin"];

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await rehearse(runInProcess, smallFunctions);
});
afterEach(() => rehearsal.stop());

const run = (...args: string[]) => rehearsal.run(...args);
const done = async (...args: string[]): Promise<readonly string[]> => changesOf(must(await run(...args)));
function place(): { service: Service; environment: Environment; build: Build | undefined } {
  const service = [...rehearsal.deployed.serverless.services.values()].find(
    ({ uniqueName }) => uniqueName !== "default",
  );
  const environment = [...(service?.environments.values() ?? [])][0];
  if (service === undefined || environment === undefined) throw new Error("nothing is deployed");
  return { service, environment, build: service.builds.get(environment.deployments.at(-1)?.build ?? "") };
}
const variables = () =>
  Object.fromEntries([...place().environment.variables.values()].map(({ key, value }) => [key, value]));
const paths = () =>
  place()
    .build?.versions.map(({ path, visibility }) => `${visibility} ${path}`)
    .toSorted();
const features = () =>
  (rehearsal.deployed.configuration.current() as { ui_attributes: { custom_data?: { features?: object } } })
    .ui_attributes.custom_data?.features;

describe("a deploy", () => {
  it("[DP1, DP2, DP3] makes each change of each step once, and says it", async () => {
    await done("sync");
    const domain =
      /^set custom_data\.features\.flex_schedule_manager\.enabled = true, custom_data\.features\.flex_schedule_manager\.serverless_domain = "flex-schedule-manager-\d+\.twil\.io"$/;
    const report = must(await run(...STEPS));
    expect(report.steps.map(({ name, title, changes }) => [name, title, changes])).toEqual([
      [
        "key",
        "API key",
        [
          "create the functions service flex-schedule-manager",
          "create its environment production",
          'create the API key "Flex Schedule Manager"',
          "set the functions' variable API_KEY",
          "set the functions' variable API_SECRET",
        ],
      ],
      [
        "functions",
        "Functions",
        [
          "set the functions' variable SYNC_SERVICE_SID",
          "deploy 2 functions, with the published schedules (version 0) as their fallback",
        ],
      ],
      ["chunks", "Chunks of the plugin", ["upload 2 chunks of the plugin, beside the functions"]],
      ["ui", "Flex configuration", [expect.stringMatching(domain)]],
      [
        "plugin",
        "Plugin",
        [
          "create the service that holds Flex plugins",
          "create the plugin's environment",
          `upload the plugin, version ${VERSION}`,
          "make plugin-flex-schedule-manager known to Flex",
          `make its version ${VERSION} known to Flex`,
          `release plugin-flex-schedule-manager ${VERSION}`,
        ],
      ],
    ]);
    expect(report).toMatchObject({ ok: true, dryRun: false, to: rehearsal.standIn.url });
    const { environment, service, build } = place();
    expect(report.checkSchedule).toBe(`${rehearsal.standIn.url}/${environment.domainName}/check-schedule`);
    expect(service.includeCredentials).toBe(true);
    expect(build).toMatchObject({ runtime: "node22", dependencies: [{ name: "twilio", version: "5.0.1" }] });
    expect(paths()).toEqual([
      "private /catalogue.json",
      "public /check-schedule",
      "public /health",
      "public /schedule-manager/plugin/first/admin.js",
      "public /schedule-manager/plugin/first/third-party-licenses.txt",
    ]);
    expect(variables()).toMatchObject({
      SYNC_SERVICE_SID,
      API_KEY: rehearsal.deployed.keys.list[0]?.sid,
      SCHEDULE_MANAGER_DEPLOYED: expect.stringMatching(new RegExp(`^${build?.sid} \\w+ \\w+$`)) as string,
    });
    expect(await done(...STEPS)).toEqual([]);
  });

  it("[DP16] a dry run says the same changes, and makes none", async () => {
    const would = changesOf(must(await run("--dry-run")));
    expect(would).toEqual(
      expect.arrayContaining([
        "create the document head",
        "create the functions service flex-schedule-manager",
        "create its environment production",
        'create the API key "Flex Schedule Manager"',
        "set the functions' variable API_KEY",
        "deploy 2 functions",
        "upload 2 chunks of the plugin, beside the functions",
        'set custom_data.features.flex_schedule_manager.enabled = true, custom_data.features.flex_schedule_manager.serverless_domain = "(the functions\' domain)"',
        "create the service that holds Flex plugins",
        `make its version ${VERSION} known to Flex`,
        `release plugin-flex-schedule-manager ${VERSION}`,
      ]),
    );
    expect(new Set(would).size).toBe(would.length);
    const { deployed } = rehearsal;
    expect([deployed.serverless.services.size, deployed.keys.list, deployed.plugins.plugins]).toEqual([
      0,
      [],
      [],
    ]);
    const sync = await rehearsal.client.sync.v1.services(SYNC_SERVICE_SID).documents.list();
    expect(sync).toEqual([]);
  });

  it("[DP14] a first configuration is read from a file, and only into an empty service", async () => {
    const { rules, schedules } = JSON.parse(readFileSync(US, "utf8")) as { rules: []; schedules: [] };
    expect((await done("sync", "--seed", US)).at(-1)).toBe(
      `fill it with ${rules.length} rules and ${schedules.length} schedules`,
    );
    expect((await run("sync", "--seed", US)).error).toMatchObject({ code: "not-empty" });
    expect((await run("sync", "--seed", "none.json")).error).toMatchObject({
      code: "usage",
      message: expect.stringMatching(/^Cannot read none\.json: /) as string,
    });
    expect((await run("sync", "--seed", `${ROOT}/package.json`)).error).toMatchObject({
      code: "usage",
      message: expect.stringMatching(/package\.json is not a configuration\. /) as string,
    });
    // The fallback, and a backup beside it, have the published schedules.
    await done("key", "functions");
    const packed = place().build?.versions.find(({ path }) => path === "/catalogue.json");
    const snapshot = JSON.parse(packed?.content.toString() ?? "{}") as { rules: object; schedules: object };
    expect(snapshot).toMatchObject({ generation: 1, takenAt: expect.any(String) as string });
    expect(Object.keys(snapshot.rules)).toHaveLength(rules.length);
    expect(Object.keys(snapshot.schedules)).toHaveLength(schedules.length);
  });

  it("[DP29] new code, a new fallback and another access are deployed again; nothing else is", async () => {
    await done("sync", "key", "functions");
    const first = variables()["SCHEDULE_MANAGER_DEPLOYED"]?.split(" ") ?? [];
    rehearsal.values["SIGNED_ONLY"] = "true";
    expect(await done("functions")).toEqual([
      "set the functions' variable SIGNED_ONLY",
      "deploy 2 functions, with the published schedules (version 0) as their fallback",
    ]);
    expect(paths()).toContain("protected /check-schedule");
    const second = variables()["SCHEDULE_MANAGER_DEPLOYED"]?.split(" ") ?? [];
    expect([second[0] === first[0], second[1] === first[1], second[2] === first[2]]).toEqual([
      false,
      false,
      true,
    ]);
    await done("sync", "--seed", US);
    expect(await done("functions")).toHaveLength(1);
    const third = variables()["SCHEDULE_MANAGER_DEPLOYED"]?.split(" ") ?? [];
    expect([third[1] === second[1], third[2] === second[2]]).toEqual([true, false]);
    rehearsal.values["EDITOR_ROLES"] = "wfo";
    expect(await done("functions")).toEqual(["set the functions' variable EDITOR_ROLES"]);
    rehearsal.values["EDITOR_ROLES"] = "admin";
    expect(await done("functions")).toEqual(["change the functions' variable EDITOR_ROLES"]);
  });

  it("[DP5] refuses to replace another team's functions, and keeps those at other paths", async () => {
    await done("sync", "key");
    const { service, environment } = place();
    const store = rehearsal.deployed.serverless;
    const deployTheirs = (path: string): void => {
      const resource = store.createResource(service, "function", path);
      const version = store.upload(
        service,
        resource,
        path,
        "public",
        Buffer.from("exports.handler = () => {}"),
      );
      const build = store.createBuild(
        service,
        [version.sid],
        [{ name: "lodash", version: "4.17.21" }],
        "node24",
      );
      store.deploy(service, environment, build.sid, false);
    };
    deployTheirs("/check-schedule");
    expect((await run("functions")).error).toEqual({
      code: "paths-taken",
      message:
        "The functions service has other content at /check-schedule. Choose another FUNCTIONS_SERVICE_NAME.",
    });
    deployTheirs("/theirs");
    rehearsal.values["EDITOR_ROLES"] = "wfo";
    rehearsal.values["LOG_LEVEL"] = "info";
    await done("functions");
    expect(paths()).toContain("public /theirs");
    expect(place().build).toMatchObject({
      runtime: "node24",
      dependencies: [
        { name: "lodash", version: "4.17.21" },
        { name: "twilio", version: "5.0.1" },
      ],
    });
    const removed = must(await run("remove"));
    expect(changesOf(removed)).toContain(
      "remove the Schedule Manager's functions, and keep the 1 others in flex-schedule-manager",
    );
    expect(paths()).toEqual(["public /theirs"]);
    expect(variables()).toEqual({ EDITOR_ROLES: "wfo", LOG_LEVEL: "info" });
    expect(notesOf(removed)).toContain(
      "The variables EDITOR_ROLES, LOG_LEVEL stay, because the other functions may read them.",
    );
  });

  it("[DP9] a removal knows the path of each function", () => {
    const handlers = join(ROOT, "functions/src/handlers");
    const paths = readdirSync(handlers, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `/${file.replaceAll("\\", "/").replace(/\.ts$/, "")}`);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !isOurPath(path))).toEqual([]);
    expect(isOurPath("/theirs")).toBe(false);
  });

  it("[DP9] a removal takes back everything, and the schedules only after two confirmations", async () => {
    releaseOther(rehearsal.deployed.plugins);
    await done("sync", "--seed", US);
    await done(...STEPS);
    const removed = must(await run("remove"));
    const [key] = rehearsal.deployed.keys.list;
    expect(key).toBeUndefined();
    expect(removed.steps.map(({ name, title, changes }) => [name, title, changes])).toEqual([
      ["plugin", "Plugin", ["remove plugin-flex-schedule-manager from the released plugins"]],
      ["ui", "Flex configuration", ["remove custom_data.features.flex_schedule_manager"]],
      ["functions", "Functions", ["delete the functions service flex-schedule-manager"]],
      [
        "key",
        "API key",
        [expect.stringMatching(/^delete the API key "Flex Schedule Manager" \(SK\w{32}\)$/)],
      ],
      ["reader", "Shared token", []],
      ["sync", "Schedules", []],
    ]);
    expect(notesOf(removed)).toEqual([
      "Studio flows that still call check-schedule now take their fail exit.",
      `The schedules stay in the Sync service ${SYNC_SERVICE_SID}. --delete-schedules together with --yes-delete-schedules deletes them, with their history.`,
    ]);
    expect(features()).toEqual({});
    expect(rehearsal.deployed.plugins.onPage()?.map(({ name }) => name)).toEqual(["plugin-other"]);
    expect(removed.checkSchedule).toBeNull();
    const deleted = await done("remove", "--delete-schedules", "--yes-delete-schedules");
    const [kept = ""] = deleted;
    const file = /^save the schedules to (.+before-removal-\d{17}\.json)$/.exec(kept)?.[1] ?? "";
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ version: "1" });
    expect(readdirSync(join(file, ".."))).toContain("configuration.json");
    expect(deleted).toEqual(
      expect.arrayContaining(["delete the document head", 'delete the Sync service "Flex Schedule Manager"']),
    );
  });

  it("[DP5] the plugin gets an environment of its own beside others, with a suffix that Twilio takes", async () => {
    const store = rehearsal.deployed.serverless;
    const service = store.createService({
      uniqueName: "default",
      friendlyName: "Flex Plugins Default Service",
      includeCredentials: true,
      uiEditable: false,
    });
    const theirs = store.createEnvironment(service, "plugin-other", "abc");
    await done(...STEPS);
    const [first, own, ...more] = service.environments.values();
    expect([first, more]).toEqual([theirs, []]);
    expect(theirs.deployments).toEqual([]);
    expect(own?.uniqueName).toBe("plugin-flex-schedule-manager");
    expect(own?.domainSuffix).toMatch(/^[0-9a-f]{5}$/);
    expect(own?.deployments).toHaveLength(1);
    expect(await done("plugin")).toEqual([]);
  });

  it("[DP29] chunks alone leave no record of functions, and after another's build the functions are deployed again", async () => {
    await done("sync", "key", "chunks");
    expect(Object.keys(variables())).not.toContain("SCHEDULE_MANAGER_DEPLOYED");
    await done("functions");
    const recorded = variables()["SCHEDULE_MANAGER_DEPLOYED"];
    const { service, environment, build } = place();
    const store = rehearsal.deployed.serverless;
    const versions = build?.versions.map(({ sid }) => sid) ?? [];
    store.deploy(service, environment, store.createBuild(service, versions, [], "node22").sid, false);
    await rehearsal.plugin("window.scheduleManager = 2;", "second");
    await done("chunks");
    expect(variables()["SCHEDULE_MANAGER_DEPLOYED"]).toBe(recorded);
    expect(await done("functions")).toHaveLength(1);
    await rehearsal.plugin("window.scheduleManager = 3;", "third");
    await done("chunks");
    expect(await done("functions")).toEqual([]);
  });

  it("[DP9] of several environments, only the own one is removed", async () => {
    await done("sync", "key", "functions");
    rehearsal.values["FUNCTIONS_ENVIRONMENT"] = "dev";
    expect(await done("key", "functions")).toEqual(
      expect.arrayContaining([
        "create its environment dev",
        'create the API key "Flex Schedule Manager (dev)"',
      ]),
    );
    expect(await done("remove")).toEqual([
      "delete the Schedule Manager's environment in the functions service flex-schedule-manager, and keep the others",
      expect.stringContaining('delete the API key "Flex Schedule Manager (dev)"') as string,
    ]);
    expect(place().service.environments.size).toBe(1);
  });

  it("[DP9] a key of the user's is taken, and not deleted", async () => {
    const [API_KEY, API_SECRET] = [`SK${"7".repeat(32)}`, "8".repeat(32)];
    Object.assign(rehearsal.values, { API_KEY, API_SECRET });
    expect(await done("sync", "key")).toEqual(
      expect.arrayContaining([
        "set the functions' variable API_KEY",
        "set the functions' variable API_SECRET",
      ]),
    );
    expect(variables()).toMatchObject({ API_KEY, API_SECRET });
    expect(rehearsal.deployed.keys.list).toEqual([]);
  });

  it("[DP31] a key that is gone is created again, and one whose secret is lost is named", async () => {
    await done("sync", "key");
    const [first] = rehearsal.deployed.keys.list;
    const variable = [...place().environment.variables.values()].find(({ key }) => key === "API_SECRET");
    if (variable === undefined || first === undefined) throw new Error("no key");
    variable.value = "";
    const again = must(await run("key"));
    expect(notesOf(again)).toEqual([
      `A key named "Flex Schedule Manager" already exists (${first.sid}), but its secret is unknown. Delete it in Twilio's console if nothing else uses it.`,
    ]);
    expect(changesOf(again)).toEqual([
      'create the API key "Flex Schedule Manager"',
      "change the functions' variable API_KEY",
      "change the functions' variable API_SECRET",
    ]);
    rehearsal.deployed.keys.list.splice(0);
    expect(await done("key")).toHaveLength(3);
    expect(await done("key")).toEqual([]);
  });

  it("[DP6] values set in Flex take precedence, are named, and are replaced on request", async () => {
    await done("sync", "key", "functions");
    const { client } = rehearsal;
    const set = (features: object) =>
      client.flexApi.v1.configuration().update({
        account_sid: client.accountSid,
        ui_attributes: { theme: "dark", custom_data: { other: 1, features } },
      });
    rehearsal.values["AGENTS"] = "800";
    await set({
      flex_schedule_manager: { enabled: false, serverless_domain: "theirs.twil.io", agents: 7000 },
    });
    const kept = must(await run("ui"));
    const { domainName } = place().environment;
    expect([changesOf(kept), notesOf(kept)]).toEqual([
      [],
      [
        "The plugin is disabled in Flex (enabled is false); this setting is kept.",
        `Flex keeps using the functions at "theirs.twil.io", because values set in Flex take precedence. Use --overwrite-ui to change it to ${domainName}.`,
        "Flex keeps agents = 7000, because values set in Flex take precedence. Use --overwrite-ui to change it to 800.",
      ],
    ]);
    const replaced = must(await run("ui", "--overwrite-ui"));
    expect(notesOf(replaced)).toEqual([]);
    expect(features()).toEqual({
      flex_schedule_manager: { enabled: true, serverless_domain: domainName, agents: 800 },
    });
    await set({ schedule_manager: { enabled: true } });
    const beside = must(await run("ui"));
    expect(notesOf(beside)).toEqual([
      expect.stringMatching(
        /^The settings schedule_manager in Flex belong to another plugin \(its functions: null\)/,
      ),
    ]);
    expect(features()).toMatchObject({
      schedule_manager: { enabled: true },
      flex_schedule_manager: { enabled: true },
    });
    const removed = must(await run("remove"));
    expect(notesOf(removed)).toContain(
      "The settings schedule_manager in Flex belong to another plugin and are kept.",
    );
    expect(rehearsal.deployed.configuration.current()).toMatchObject({
      ui_attributes: {
        theme: "dark",
        custom_data: { other: 1, features: { schedule_manager: { enabled: true } } },
      },
    });
  });

  it("[DP8] a version of the plugin has one content, and a new one is released instead", async () => {
    await done("chunks", "plugin");
    await rehearsal.plugin("window.scheduleManager = 2;", "second");
    expect((await run("plugin")).error).toEqual({
      code: "plugin-version-taken",
      message: expect.stringContaining(
        `Version ${VERSION} of the plugin was deployed with other content.`,
      ) as string,
    });
    expect((await run("plugin", "--plugin-version", "next")).error).toMatchObject({
      code: "usage",
      message: expect.stringMatching(/^--plugin-version next is not a version/) as string,
    });
    expect(await done("plugin", "--plugin-version", "0.2.0-rc.1")).toEqual([
      "upload the plugin, version 0.2.0-rc.1",
      "make its version 0.2.0-rc.1 known to Flex",
      `release plugin-flex-schedule-manager 0.2.0-rc.1 instead of ${VERSION}`,
    ]);
    const [loaded] = rehearsal.deployed.plugins.onPage() ?? [];
    expect(loaded?.src).toMatch(/\/plugins\/plugin-flex-schedule-manager\/0\.2\.0-rc\.1\/bundle\.js$/);
    // The chunks of both releases stay, for desktops that have not been reloaded.
    expect(paths()?.filter((path) => path.includes("admin.js"))).toEqual([
      "public /schedule-manager/plugin/first/admin.js",
      "public /schedule-manager/plugin/second/admin.js",
    ]);
    expect(await done("plugin", "--plugin-version", "0.2.0-rc.1")).toEqual([]);
  });

  it("[DP20, DP21] other released plugins are kept, and a release that cannot be read is left alone", async () => {
    const { deployed, standIn } = rehearsal;
    releaseOther(deployed.plugins);
    const path = "PluginService/Releases/Active";
    standIn.faults.add({
      match: { method: "GET", path },
      action: { do: "answer", status: 404, code: 20404 },
    });
    expect((await run("plugin")).error).toEqual({
      code: "release-unreadable",
      message: expect.stringMatching(
        /^The released plugins could not be determined: Flex has releases, but none is active\. /,
      ) as string,
    });
    standIn.faults.clear();
    await done("plugin");
    expect(
      deployed.plugins
        .onPage()
        ?.map(({ name }) => name)
        .toSorted(),
    ).toEqual(["plugin-flex-schedule-manager", "plugin-other"]);
  });

  it.each([
    ["functions", "sync-service-missing"],
    ["ui", "functions-missing"],
    ["studio", "functions-missing"],
  ])("[DP12] the step %s alone names what is missing: %s", async (step, code) => {
    await rehearsal.client.sync.v1.services(SYNC_SERVICE_SID).update({ friendlyName: "another" });
    expect((await run(step)).error?.code).toBe(code);
  });

  it("[DP17] a failed build is named, and the deployed one stays", async () => {
    await done("sync", "key", "functions");
    const before = place().build?.sid;
    rehearsal.deployed.serverless.buildFailure = "out of order";
    rehearsal.values["SIGNED_ONLY"] = "true";
    expect((await run("functions")).error).toMatchObject({
      code: "build-failed",
      message: expect.stringMatching(/See the build ZB\w{32} in the console for the reason/) as string,
    });
    expect(place().build?.sid).toBe(before);
  });

  it("[DP10] Twilio's refusals are named with the change that they prevented", async () => {
    await done("sync");
    const { standIn } = rehearsal;
    standIn.faults.add({
      match: { method: "POST", path: "/Environments" },
      action: { do: "answer", status: 500, code: 20500 },
      times: 1,
    });
    const { ok, error, steps } = await run("key");
    expect([ok, error?.code, steps.map(({ changes }) => changes)]).toEqual([
      false,
      "twilio-refused",
      [["create the functions service flex-schedule-manager"]],
    ]);
    expect(error?.message).toMatch(/^Could not create its environment production: .*500/);
    standIn.faults.add({ match: { path: "twilio.com" }, action: { do: "answer", status: 401, code: 20003 } });
    expect((await run("sync")).error).toMatchObject({ code: "credentials-refused" });
  });

  it("[DP10] a Sync service that does not exist is named with where it is set, and so are several of our name", async () => {
    await done("sync", "key", "functions");
    const gone = `IS${"f".repeat(32)}`;
    rehearsal.values["SYNC_SERVICE_SID"] = gone;
    expect((await run("functions")).error).toMatchObject({
      code: "sync-service-missing",
      message: expect.stringContaining(`${gone} in the setting SYNC_SERVICE_SID does not exist`) as string,
    });
    delete rehearsal.values["SYNC_SERVICE_SID"];
    const { client, standIn } = rehearsal;
    standIn.faults.add({
      match: { method: "GET", path: SYNC_SERVICE_SID },
      action: { do: "answer", status: 404, code: 20404 },
      times: 1,
    });
    expect((await run("functions")).error).toMatchObject({
      code: "sync-service-missing",
      message: expect.stringContaining(
        `${SYNC_SERVICE_SID} in the functions' variable SYNC_SERVICE_SID`,
      ) as string,
    });
    standIn.faults.add({
      match: { method: "GET", path: SYNC_SERVICE_SID },
      action: { do: "answer", status: 500, code: 20500 },
      times: 1,
    });
    expect((await run("functions")).error).toMatchObject({ code: "twilio-refused" });

    for (const { key, sid } of place().environment.variables.values())
      if (key === "SYNC_SERVICE_SID") place().environment.variables.delete(sid);
    const { sid } = await client.sync.v1.services.create({ friendlyName: "Flex Schedule Manager" });
    expect((await run("functions")).error).toMatchObject({
      code: "sync-service-ambiguous",
      message: expect.stringContaining(sid) as string,
    });
  });
});
