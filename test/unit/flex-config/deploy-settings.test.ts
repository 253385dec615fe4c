import { deployArguments } from "@schedule-manager/flex-config/deploy/arguments";
import { DeployFailure } from "@schedule-manager/flex-config/deploy/failure";
import { settingsFrom, type Values } from "@schedule-manager/flex-config/deploy/settings";
import { safeAddress } from "@schedule-manager/flex-config/deploy/safe-address";
import { failureOf } from "@schedule-manager/flex-config/deploy/twilio/reason";

const hex = (letter: string): string => letter.repeat(32);
const GOOD: Values = { ACCOUNT_SID: `AC${hex("a")}`, AUTH_TOKEN: hex("b") };

function refusal(work: () => unknown): DeployFailure {
  try {
    work();
  } catch (error) {
    if (error instanceof DeployFailure) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("a deploy's settings", () => {
  it("[DP18] an account and its token suffice", () => {
    expect(settingsFrom(GOOD)).toMatchObject({
      syncServiceSid: null,
      apiKey: null,
      shards: 8,
      serviceName: "flex-schedule-manager",
      environment: "",
      agents: null,
      pluginPublic: false,
      variables: {},
    });
  });

  it.each<[string, Values, string, string]>([
    ["no settings", {}, "settings-missing", "ACCOUNT_SID and AUTH_TOKEN are not set"],
    ["no token", { ACCOUNT_SID: GOOD["ACCOUNT_SID"] }, "settings-missing", "AUTH_TOKEN is not set"],
    ["only spaces", { ...GOOD, AUTH_TOKEN: "  " }, "settings-missing", "AUTH_TOKEN is not set"],
    [
      "another kind of SID",
      { ...GOOD, ACCOUNT_SID: `SK${hex("1")}` },
      "settings-invalid",
      "ACCOUNT_SID must be AC",
    ],
    ["a short SID", { ...GOOD, ACCOUNT_SID: "AC123" }, "settings-invalid", "ACCOUNT_SID must be AC"],
    [
      "a wrong service",
      { ...GOOD, SYNC_SERVICE_SID: "default" },
      "settings-invalid",
      "SYNC_SERVICE_SID must be IS",
    ],
    [
      "a key alone",
      { ...GOOD, API_KEY: `SK${hex("1")}` },
      "settings-invalid",
      "API_KEY and API_SECRET belong together",
    ],
    [
      "a secret alone",
      { ...GOOD, API_SECRET: "s3cret" },
      "settings-invalid",
      "API_KEY and API_SECRET belong together",
    ],
    [
      "no shards",
      { ...GOOD, SYNC_SHARDS: "0" },
      "settings-invalid",
      "SYNC_SHARDS must be a whole number from 1 to 64",
    ],
    ["too many shards", { ...GOOD, SYNC_SHARDS: "65" }, "settings-invalid", "SYNC_SHARDS"],
    ["shards in words", { ...GOOD, SYNC_SHARDS: "eight" }, "settings-invalid", "SYNC_SHARDS"],
    [
      "no agents",
      { ...GOOD, AGENTS: "0" },
      "settings-invalid",
      "AGENTS must be a whole number from 1 to 100000",
    ],
    ["agents in words", { ...GOOD, AGENTS: "many" }, "settings-invalid", "AGENTS"],
    ["half an agent", { ...GOOD, AGENTS: "1.5" }, "settings-invalid", "AGENTS"],
    ["too many agents", { ...GOOD, AGENTS: "100001" }, "settings-invalid", "AGENTS"],
    [
      "capitals in the domain",
      { ...GOOD, FUNCTIONS_ENVIRONMENT: "Dev" },
      "settings-invalid",
      "FUNCTIONS_ENVIRONMENT",
    ],
    [
      "a long domain",
      { ...GOOD, FUNCTIONS_ENVIRONMENT: "a".repeat(17) },
      "settings-invalid",
      "FUNCTIONS_ENVIRONMENT",
    ],
    [
      "a name with spaces",
      { ...GOOD, FUNCTIONS_SERVICE_NAME: "my functions" },
      "settings-invalid",
      "FUNCTIONS_SERVICE_NAME",
    ],
  ])("[DP18] settings with %s are refused", (_what, values, code, words) => {
    const { code: refused, message } = refusal(() => settingsFrom(values));
    expect(refused).toBe(code);
    expect(message).toContain(words);
    for (const value of [hex("b"), "s3cret"]) expect(message).not.toContain(value);
  });

  it("[DP18] function variables are passed on when set; empty and unknown ones are not", () => {
    const values = { ...GOOD, EDITOR_ROLES: " admin,wfo ", TOGGLE_ROLES: "", FOO: "bar" };
    expect(settingsFrom(values).variables).toEqual({ EDITOR_ROLES: "admin,wfo" });
  });
});

describe("a deploy's arguments", () => {
  it.each([
    [["--delete-schedules"], "remove with both"],
    [["remove", "--delete-schedules"], "remove with both"],
    [["remove", "--yes-delete-schedules"], "remove with both"],
    [["--delete-schedules", "--yes-delete-schedules"], "remove with both"],
    [["remove", "sync"], "cannot be combined with steps"],
    [["nothing"], 'no step "nothing"'],
    [["--wrong"], "--wrong"],
    [["--shards", "1.5"], "whole number"],
    [["--to", "ftp://example.com"], "is not an address"],
  ])("[DP10] invalid arguments are refused: %j", (args, words) => {
    const { code, message } = refusal(() => deployArguments(args));
    expect(code).toBe("usage");
    expect(message).toContain(words);
  });

  it.each([
    [["functions", "--shards", "4"], "--shards belongs to the step sync"],
    [["functions", "--seed", "us.json"], "--seed belongs to the step sync"],
    [["remove", "--seed", "us.json"], "--seed belongs to the step sync"],
    [["sync", "--plugin-version", "1.2.3"], "--plugin-version belongs to the step plugin"],
    [["sync", "--overwrite-ui"], "--overwrite-ui belongs to the step ui"],
    [["--replace-flow"], "--replace-flow belongs to the step studio"],
    [["remove", "--studio"], "--studio belongs to the step studio"],
    [["--plugin-version", "1.2"], "not a version"],
    [["--plugin-version", ""], "needs a value"],
    [["--seed", ""], "needs a value"],
    [["--env="], "needs a value"],
  ])("[DP24] options without their step are refused before the first step: %j", (args, words) => {
    const { code, message } = refusal(() => deployArguments(args));
    expect([code, message]).toEqual(["usage", expect.stringContaining(words)]);
  });

  it("[DP24] options are accepted with their step", () => {
    expect(deployArguments(["sync", "--shards", "4"]).shards).toBe(4);
    expect(deployArguments(["--plugin-version", "1.2.3-rc.1", "--overwrite-ui"])).toMatchObject({
      pluginVersion: "1.2.3-rc.1",
      overwriteUi: true,
    });
    expect(deployArguments(["--studio", "--replace-flow"]).replaceFlow).toBe(true);
  });

  it("[DP28] parts, the former name of the step chunks, selects that step", () => {
    expect(deployArguments(["parts", "key"]).steps).toEqual(["key", "chunks"]);
    expect(deployArguments(["parts"])).toEqual(deployArguments(["chunks"]));
  });
});

describe("an address that receives credentials", () => {
  it.each([
    ["http://localhost:3002/", "http://localhost:3002"],
    ["http://127.0.0.1:1", "http://127.0.0.1:1"],
    ["http://127.1.2.3:1/a/", "http://127.1.2.3:1/a"],
    ["http://[::1]:1", "http://[::1]:1"],
    ["https://example.com", "https://example.com"],
    ["HTTPS://Example.com/twilio//", "https://example.com/twilio"],
  ])("[DP26] https and this machine are accepted: %s", (given, understood) => {
    expect(safeAddress("--to", given)).toBe(understood);
  });

  it.each([
    ["http://example.com", "https"],
    ["http://localhost.example.com", "https"],
    ["http://127.0.0.1.example.com", "https"],
    ["http:\\\\example.com", "https"],
    ["http://localhost@example.com", "credentials"],
    ["https://user:secret@example.com", "credentials"],
    ["https://example.com/?a=b", '"?"'],
    ["ftp://example.com", "is not an address"],
    ["example.com", "is not an address"],
  ])("[DP26] anything else is refused: %s", (given, words) => {
    const { code, message } = refusal(() => safeAddress("--functions", given));
    expect([code, message]).toEqual(["usage", expect.stringContaining(words)]);
    expect(message).not.toContain("secret");
  });
});

describe("the reason of a failure", () => {
  it("[DP10] a failure comes from Twilio, from the network or from a bug", () => {
    const status = (code: number) => Object.assign(new Error("no"), { status: code, code: 20003 });
    expect(failureOf(status(401))?.code).toBe("credentials-refused");
    expect(failureOf(status(403))).toEqual({
      code: "twilio-refused",
      message: "no (403, https://www.twilio.com/docs/errors/20003)",
    });
    expect(failureOf(Object.assign(new Error("x"), { code: "ENOTFOUND" }))?.code).toBe("twilio-unreachable");
    expect(failureOf(Object.assign(new Error("x"), { code: "ENOENT", path: "/a" }))).toBeNull();
    expect(failureOf(new TypeError("x"))).toBeNull();
  });
});

it("[DP10] an address that is not encrypted is named with its option", () => {
  expect(refusal(() => deployArguments(["--to", "http://example.com"])).message).toMatch(
    /^--to must use https/,
  );
});
