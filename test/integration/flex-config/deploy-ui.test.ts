/** The plugin's settings in Flex beside those of Twilio's sample, which has the key `schedule_manager`. */
import { changesOf, must, notesOf, type Rehearsal, rehearse } from "./support/rehearsal";

jest.setTimeout(240_000);

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await rehearse();
});
afterEach(() => rehearsal.stop());

interface Feature {
  readonly enabled?: boolean;
  readonly serverless_domain?: string;
}
const features = (): Readonly<Record<string, Feature>> =>
  (
    rehearsal.deployed.configuration.current() as {
      ui_attributes: { custom_data?: { features?: Readonly<Record<string, Feature>> } };
    }
  ).ui_attributes.custom_data?.features ?? {};
const setFeatures = (to: Readonly<Record<string, object>>) =>
  rehearsal.client.flexApi.v1.configuration().update({
    account_sid: rehearsal.client.accountSid,
    ui_attributes: { custom_data: { features: to } },
  });
const ourDomain = (): string =>
  [...rehearsal.deployed.serverless.services.values()].flatMap(({ environments }) =>
    [...environments.values()].map(({ domainName }) => domainName),
  )[0] ?? "";

describe("the settings in Flex", () => {
  it.each([
    ["functions that are somebody else's", { enabled: true, serverless_domain: "sample-1234.twil.io" }],
    ["no functions", { enabled: true }],
  ])("[DP22] an entry with %s is kept by deploys and a removal", async (_what, sample) => {
    const { run } = rehearsal;
    must(await run("sync", "key", "functions"));
    await setFeatures({ schedule_manager: sample });
    const done = must(await run("ui"));
    const ours = { enabled: true, serverless_domain: ourDomain() };
    expect(features()).toEqual({ schedule_manager: sample, flex_schedule_manager: ours });
    expect(notesOf(done).join()).toContain("side by side");
    expect(changesOf(must(await run("ui")))).toEqual([]);
    expect(changesOf(must(await run("ui", "--overwrite-ui")))).toEqual([]);
    must(await run("remove"));
    expect(features()).toEqual({ schedule_manager: sample });
  });

  it("[DP22] our own entry under the shared key is kept in use, and removed with the plugin", async () => {
    const { run, values } = rehearsal;
    values["FUNCTIONS_ENVIRONMENT"] = "dev";
    must(await run("sync", "key", "functions"));
    const other = ourDomain();
    await setFeatures({ schedule_manager: { enabled: true, serverless_domain: other, editor_roles: "wfo" } });
    delete values["FUNCTIONS_ENVIRONMENT"];
    must(await run("key", "functions"));
    // `health` of the other environment identifies it as ours.
    expect(changesOf(must(await run("ui")))).toEqual([]);
    must(await run("ui", "--overwrite-ui"));
    expect(Object.keys(features())).toEqual(["schedule_manager"]);
    expect(features()["schedule_manager"]).toMatchObject({ editor_roles: "wfo" });
    expect(features()["schedule_manager"]?.serverless_domain).not.toBe(other);
    must(await run("remove"));
    expect(features()).toEqual({});
  });

  it("[DP22] an account without either key gets a separate key", async () => {
    const { run } = rehearsal;
    must(await run("sync", "key", "functions", "ui"));
    expect(Object.keys(features())).toEqual(["flex_schedule_manager"]);
    expect(changesOf(must(await run("ui")))).toEqual([]);
  });
});
