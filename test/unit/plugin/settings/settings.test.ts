import { DEFAULT_AGENTS } from "@schedule-manager/plugin/sync/jitter";
import { mayOpen, settingsFrom } from "@schedule-manager/plugin/settings/settings";

const attributes = (feature: unknown) => ({ custom_data: { features: { schedule_manager: feature } } });

describe("settings", () => {
  it.each<[unknown, number]>([
    [7000, 7000],
    ["7000", 7000],
    [undefined, DEFAULT_AGENTS],
    [0, DEFAULT_AGENTS],
    [-5, DEFAULT_AGENTS],
    ["many", DEFAULT_AGENTS],
    [1e9, 100_000],
  ])("[OC26] agents %j: %s browsers", (agents, expected) => {
    const settings = settingsFrom(attributes({ enabled: true, serverless_domain: "a.twil.io", agents }));
    expect(settings?.agents).toBe(expected);
  });

  it.each<[string, unknown, string | null]>([
    ["a bare domain is asked by https", "schedules-1234.twil.io", "https://schedules-1234.twil.io"],
    ["an origin stays", "http://localhost:3001", "http://localhost:3001"],
    ["a slash at its end goes", "https://schedules-1234.twil.io/", "https://schedules-1234.twil.io"],
    ["another host without encryption is none", "http://schedules-1234.twil.io", null],
    ["spaces around go", " schedules-1234.twil.io ", "https://schedules-1234.twil.io"],
    ["nothing is nothing", "", null],
    ["a number is nothing", 5, null],
    ["no other protocol", "javascript://schedules", null],
  ])("[PL19] serverless_domain: %s", (_, domain, expected) => {
    const settings = settingsFrom(attributes({ enabled: true, serverless_domain: domain }));
    expect(settings?.functions ?? null).toBe(expected);
  });

  it("[PL20] the plugin does nothing unless it is enabled and knows its functions", () => {
    const feature = { enabled: true, serverless_domain: "a.twil.io" };
    expect(settingsFrom(attributes(feature))).toMatchObject({
      functions: "https://a.twil.io",
      editorRoles: ["admin"],
    });
    expect(settingsFrom(attributes({ ...feature, enabled: "true" }))).toBeNull();
    expect(settingsFrom(attributes({ enabled: true }))).toBeNull();
    for (const wrong of [undefined, null, 5, {}, { custom_data: null }])
      expect(settingsFrom(wrong)).toBeNull();
  });

  it("[PL83] an entry of our own name wins over the one that Twilio's sample may have, even to switch off", () => {
    const sample = { enabled: true, serverless_domain: "sample.twil.io" };
    const read = (flex_schedule_manager: unknown) =>
      settingsFrom({ custom_data: { features: { schedule_manager: sample, flex_schedule_manager } } });
    expect(
      read({ enabled: true, serverless_domain: "ours.twil.io", closed_transfers: "refuse" }),
    ).toMatchObject({
      functions: "https://ours.twil.io",
      closedTransfers: "refuse",
    });
    expect(read({ enabled: false, serverless_domain: "ours.twil.io" })).toBeNull();
    // Nothing is taken from the other entry.
    expect(read({ enabled: true })).toBeNull();
    expect(read(undefined)?.functions).toBe("https://sample.twil.io");
  });

  it.each<[unknown, string[], boolean]>([
    [undefined, ["admin"], true],
    [undefined, ["agent"], false],
    [undefined, ["supervisor"], false],
    [["supervisor", "admin"], ["supervisor"], true],
    ["supervisor, admin", ["agent", "supervisor"], true],
    [["supervisor"], ["admin"], false],
    [[], ["admin"], true],
    [[5], ["agent"], false],
  ])("[PL21] editor_roles %j: a person with %j may open it: %s", (editor_roles, roles, expected) => {
    const settings = settingsFrom(
      attributes({ enabled: true, serverless_domain: "a.twil.io", editor_roles }),
    );
    expect(settings !== null && mayOpen(settings, roles)).toBe(expected);
  });
});
