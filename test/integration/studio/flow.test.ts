import { flowDefinition } from "@schedule-manager/flex-config/studio/flow-definition";
import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { buildInto, type Built, type Runtime, startRuntime } from "../functions/support/runtime";
import { startWorld, type World } from "../functions/support/world";
import { type Walk, walkFlow } from "./walk-flow";

jest.setTimeout(120_000);

const hex = "0123456789abcdef0123456789abcdef";
const FLOW = flowDefinition({
  functionsServiceSid: `ZS${hex}`,
  functionsEnvironmentSid: `ZE${hex}`,
  checkScheduleSid: `ZH${hex}`,
  functionsDomain: "schedule-1234.twil.io",
  workflowSid: `WW${hex}`,
  voiceChannelSid: `TC${hex}`,
});

const DAY = 86_400_000;
const date = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** From yesterday to tomorrow in any zone, so that tests at midnight do not differ. */
const today = { startDate: date(-1), endDate: date(1) };
const RULES: readonly Rule[] = [
  { id: "always", name: "Always", isOpen: true },
  { id: "later", name: "Later", isOpen: true, startDate: date(3), endDate: date(30) },
  { id: "feast", name: "Feast", isOpen: false, closedReason: "holiday", ...today },
  { id: "works", name: "Works", isOpen: false, closedReason: "construction", ...today },
];
const schedule = (name: string, rules: readonly string[], manualClose = false): Schedule => ({
  id: name.toLowerCase(),
  name,
  timeZone: "America/Chicago",
  manualClose,
  rules,
});
const CONFIGURATION: Configuration = {
  rules: RULES,
  schedules: [
    schedule("Example", ["always"]),
    schedule("Night", ["later"]),
    schedule("Holiday", ["always", "feast"]),
    schedule("Shut", ["always"], true),
    schedule("Building", ["always", "works"]),
    schedule("Never", []),
  ],
};

let world: World;
let built: Built;
let runtime: Runtime;

beforeAll(async () => {
  world = await startWorld(CONFIGURATION);
  built = await buildInto();
  runtime = await startRuntime(built, world.standIn.url);
});
afterAll(async () => {
  await runtime?.stop();
  await world?.standIn.stop();
  await built?.remove();
});

/** A call for a schedule; the unchanged flow checks "Example". */
const call = (name?: string): Promise<Walk> =>
  walkFlow(FLOW, { functionsUrl: runtime.url, ...(name === undefined ? {} : { parameters: { name } }) });

const CLOSED = ["Trigger", "check_schedule", "is_open", "say_closed"];
const spoken = (sentence: string): string[] => [
  `Thank you for calling. ${sentence} Please call again when we are open. Goodbye.`,
];

describe("a call through the example flow, with the running function", () => {
  it("[SF3] open: the caller is connected", async () => {
    expect(await call()).toEqual({
      path: ["Trigger", "check_schedule", "is_open", "say_open", "send_to_flex"],
      spoken: ["Thank you for calling. We are connecting you."],
      task: { type: "inbound", name: "+15017122661" },
    });
  });

  it("[SF3] closed: the caller is told when it opens again", async () => {
    const walk = await call("Night");
    expect(walk).toMatchObject({ path: CLOSED, task: null });
    expect(walk.spoken[0]).toMatch(
      /^Thank you for calling\. We are closed and open again .+ at 12 AM\. Please call/,
    );
  });

  it("[SF3] closed by a holiday: the caller is told the reason and the next opening", async () => {
    const walk = await call("Holiday");
    expect(walk).toMatchObject({ path: CLOSED, task: null });
    expect(walk.spoken[0]).toMatch(/We are closed for the holiday and open again .+ at 12 AM\./);
  });

  it("[SF3] closed manually: the next opening is unknown", async () => {
    expect(await call("Shut")).toEqual({
      path: CLOSED,
      spoken: spoken("We are closed at the moment."),
      task: null,
    });
  });

  it("[SF3] closed for another reason, without an opening", async () => {
    expect((await call("Building")).spoken[0]).toContain("We are closed: construction. We open again");
    expect(await call("Never")).toEqual({ path: CLOSED, spoken: spoken("We are closed."), task: null });
  });

  it("[SF4] a missing schedule takes the fail exit: the caller is connected", async () => {
    const walk = await call("Nobody");
    expect(walk.path).toEqual(["Trigger", "check_schedule", "say_unchecked", "send_to_flex"]);
    expect(walk.spoken).toEqual(["Thank you for calling. We are trying to connect you."]);
  });

  it("[SF4] an instance that never read Sync answers as configured, and the flow continues", async () => {
    const away = "http://127.0.0.1:9";
    for (const [failClosed, path] of [
      ["false", "send_to_flex"],
      ["true", "say_closed"],
    ] as const) {
      const cold = await startRuntime(built, away, { FAIL_CLOSED: failClosed });
      try {
        const walk = await walkFlow(FLOW, { functionsUrl: cold.url });
        expect(walk.path).toContain(path);
        if (failClosed === "true") expect(walk.spoken).toEqual(spoken("We cannot take your call right now."));
      } finally {
        await cold.stop();
      }
    }
  });

  it("[SF4] without a function the caller is connected", async () => {
    const down = await startRuntime(built, world.standIn.url);
    await down.stop();
    const walk = await walkFlow(FLOW, { functionsUrl: down.url });
    expect(walk.path).toEqual(["Trigger", "check_schedule", "say_unchecked", "send_to_flex"]);
    expect(walk.task).toEqual({ type: "inbound", name: "+15017122661" });
  });
});
