import { flexHost } from "@schedule-manager/plugin/flex/host";
import { fakeFlex } from "../app/fake-flex";

const hostOf = (options?: Parameters<typeof fakeFlex>[0]) => {
  const fake = fakeFlex(options);
  return { ...fake, host: flexHost(fake.flex, fake.manager) };
};

describe("Flex as the plugin's host", () => {
  it("[VW1] errors stay until the person closes them, warnings and confirmations end by themselves", () => {
    const { calls, strings } = hostOf();
    expect(calls).toEqual([
      "error 0 closable: FlexScheduleManagerNotice",
      "warning 10000 closable: FlexScheduleManagerNotice",
      "success 5000 closable: FlexScheduleManagerNotice",
    ]);
    expect(strings).toEqual({ FlexScheduleManagerNotice: "{{text}}" });
  });

  it("[VW4] a notification shows its text and replaces the one of its kind before it", () => {
    const { calls, host } = hostOf();
    calls.length = 0;
    host.notify("error", "It failed.");
    host.notify("success", "Done.");
    host.notify("warning", "Look.");
    expect(calls).toEqual([
      "dismiss FlexScheduleManagerFailed",
      'show FlexScheduleManagerFailed {"text":"It failed."}',
      "dismiss FlexScheduleManagerDone",
      'show FlexScheduleManagerDone {"text":"Done."}',
      "dismiss FlexScheduleManagerWarning",
      'show FlexScheduleManagerWarning {"text":"Look."}',
    ]);
  });

  it("[AD1] the view's addresses are below its route in Flex's history", () => {
    const { calls, host } = hostOf();
    calls.length = 0;
    host.history.push({ path: "/schedules/a", search: "?q=b" }, { at: 1 });
    host.history.replace({ path: "", search: "" }, null);
    host.history.go(-2);
    expect(calls).toEqual([
      'HistoryPush {"pathname":"/flex-schedule-manager/schedules/a","search":"?q=b","state":{"at":1}}',
      'HistoryReplace {"pathname":"/flex-schedule-manager","search":"","state":null}',
      "HistoryGo -2",
    ]);
  });

  it("[VW1] the host knows whether Flex shows the view", () => {
    const { host, activate } = hostOf();
    expect(host.isShown()).toBe(false);
    activate("flex-schedule-manager");
    expect(host.isShown()).toBe(true);
  });

  it("[PL106] the token is the current one, which Flex renews", () => {
    const { host, user } = hostOf();
    user.token = "renewed";
    expect(host.token()).toBe("renewed");
    expect(host).toMatchObject({ identity: "ada", roles: ["agent"], accountSid: "AC1", locale: "en-US" });
    expect(host.page).toBe("http://localhost/");
  });

  it.each([
    [{ full_name: "Ada Lovelace" }, "Ada Lovelace"],
    [{ full_name: "  " }, null],
    [{ full_name: 7 }, null],
    [undefined, null],
  ])("[LK15] of a worker with the attributes %j the name is %j", (attributes, expected) => {
    expect(hostOf({ attributes }).host.fullName()).toBe(expected);
  });

  it("[ED19] the account's queues are those that Flex reads from TaskRouter", async () => {
    const { host } = hostOf({ queues: { WQ1: "Sales", WQ2: "Support" } });
    expect(await host.queues()).toEqual([
      { sid: "WQ1", name: "Sales" },
      { sid: "WQ2", name: "Support" },
    ]);
    await expect(hostOf().host.queues()).rejects.toThrow("no connection to TaskRouter");
  });

  it("[LK15] before Flex knows the worker the name is unknown", () => {
    const fake = fakeFlex();
    const manager = { ...fake.manager, workerClient: undefined } as unknown as typeof fake.manager;
    expect(flexHost(fake.flex, manager).fullName()).toBeNull();
  });

  it.each([
    ["ie1", "ie1"],
    ["", null],
    [1, null],
    [undefined, null],
  ])("[OC33] of the configured region %j the client gets %j", (region, expected) => {
    expect(hostOf({ region }).host.region).toBe(expected);
  });
});
