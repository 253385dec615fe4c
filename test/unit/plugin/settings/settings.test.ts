import { DEFAULT_AGENTS } from "@schedule-manager/plugin/sync/jitter";
import { mayEdit, mayOpen, settingsFrom } from "@schedule-manager/plugin/settings/settings";

const attributes = (feature: unknown) => ({ custom_data: { features: { schedule_manager: feature } } });

describe("settings", () => {
  it.each<[unknown, number]>([
    [7000, 7000],
    ["7000", 7000],
    [undefined, DEFAULT_AGENTS],
    [2.9, 2],
    [1, 1],
    [0.9, DEFAULT_AGENTS],
    [[7], DEFAULT_AGENTS],
    [0, DEFAULT_AGENTS],
    [-5, DEFAULT_AGENTS],
    ["many", DEFAULT_AGENTS],
    [1e9, 100_000],
  ])("[OC26] agents %j: %s browsers", (agents, expected) => {
    const settings = settingsFrom(attributes({ enabled: true, serverless_domain: "a.twil.io", agents }));
    expect(settings?.agents).toBe(expected);
  });

  it.each<[string, unknown, string | null]>([
    ["a bare domain gets https", "schedules-1234.twil.io", "https://schedules-1234.twil.io"],
    ["an origin is kept", "http://localhost:3001", "http://localhost:3001"],
    ["a trailing slash is removed", "https://schedules-1234.twil.io/", "https://schedules-1234.twil.io"],
    ["http to another host is refused", "http://schedules-1234.twil.io", null],
    ["surrounding spaces are removed", " schedules-1234.twil.io ", "https://schedules-1234.twil.io"],
    ["an empty text is refused", "", null],
    ["a text of spaces is refused", "  ", null],
    ["http to this machine is allowed", "http://127.0.0.1:3001/x", "http://127.0.0.1:3001"],
    ["a text that is no domain is refused", "https://", null],
    ["a number is refused", 5, null],
    ["another protocol is refused", "javascript://schedules", null],
  ])("[PL19] serverless_domain: %s", (_, domain, expected) => {
    const settings = settingsFrom(attributes({ enabled: true, serverless_domain: domain }));
    expect(settings?.functions ?? null).toBe(expected);
  });

  it("[PL20] the plugin is off unless it is enabled and has the functions' domain", () => {
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

  it.each([
    ["monday", 0],
    ["saturday", 5],
    ["sunday", 6],
    ["Friday", null],
    [1, null],
    [undefined, null],
  ])("[LA10] week_start %j: %j", (week_start, expected) => {
    const settings = settingsFrom(attributes({ enabled: true, serverless_domain: "a.twil.io", week_start }));
    expect(settings?.firstWeekday).toBe(expected);
  });

  it.each([
    ["refuse", "refuse"],
    ["allow", "allow"],
    ["ask", "ask"],
    ["never", "ask"],
    [undefined, "ask"],
  ])("[TG4] closed_transfers %j: %s", (closed_transfers, expected) => {
    const settings = settingsFrom(
      attributes({ enabled: true, serverless_domain: "a.twil.io", closed_transfers }),
    );
    expect(settings?.closedTransfers).toBe(expected);
  });

  it("[PL83] the plugin's own entry wins over the entry of Twilio's sample, even when it turns the plugin off", () => {
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
    // The sample's entry is not merged.
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
    [[" lead "], ["lead"], true],
    [["", " "], ["admin"], true],
    [5, ["admin"], true],
  ])(
    "[PL21] editor_roles %j: a person with the roles %j is an editor: %s",
    (editor_roles, roles, expected) => {
      const settings = settingsFrom(
        attributes({ enabled: true, serverless_domain: "a.twil.io", editor_roles }),
      );
      expect(settings !== null && mayEdit(settings, roles)).toBe(expected);
    },
  );

  it.each<[unknown, string[], boolean]>([
    [undefined, ["supervisor"], true],
    [undefined, ["agent"], false],
    [undefined, ["admin"], true],
    ["lead, agent", ["agent"], true],
    [["lead"], ["supervisor"], false],
    [[], ["supervisor"], false],
    ["", ["supervisor"], false],
    ["", ["admin"], true],
  ])(
    "[PL21] viewer_roles %j: a person with the roles %j sees the Schedule Manager: %s",
    (viewer_roles, roles, expected) => {
      const settings = settingsFrom(
        attributes({ enabled: true, serverless_domain: "a.twil.io", viewer_roles }),
      );
      expect(settings !== null && mayOpen(settings, roles)).toBe(expected);
    },
  );
});
