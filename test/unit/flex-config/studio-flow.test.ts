import { type FlowDefinition, flowDefinition } from "@schedule-manager/flex-config/studio/flow-definition";
import { Liquid } from "liquidjs";
import { validateFlow } from "../../stand-in/studio/validate-flow";

const hex = "0123456789abcdef0123456789abcdef";
const VALUES = {
  functionsServiceSid: `ZS${hex}`,
  functionsEnvironmentSid: `ZE${hex}`,
  checkScheduleSid: `ZH${hex}`,
  functionsDomain: "flex-schedule-manager-1234.twil.io",
  workflowSid: `WW${hex}`,
  voiceChannelSid: `TC${hex}`,
};

type Loose = { [key: string]: unknown };
interface LooseFlow extends Loose {
  states: (Loose & { name: string; type: string; properties: Loose; transitions: Loose[] })[];
}

const flow = flowDefinition(VALUES);
const copy = (): LooseFlow => JSON.parse(JSON.stringify(flow)) as LooseFlow;
const stateOf = (definition: LooseFlow, name: string): LooseFlow["states"][number] => {
  const found = definition.states.find((state) => state.name === name);
  if (found === undefined) throw new Error(`no state ${name}`);
  return found;
};

/** Names of widgets that a flow can reach. */
function reachable({ states, initial_state: initial }: FlowDefinition): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const { next } of states.find((state) => state.name === name)?.transitions ?? [])
      if (next !== undefined) visit(next);
  };
  visit(initial);
  return [...found].sort();
}

describe("the example flow", () => {
  it("[SF1] matches Twilio's published rules", () => {
    expect(validateFlow(flow)).toEqual([]);
  });

  it("[SF1] every widget is reachable, and every required exit is connected", () => {
    expect(reachable(flow)).toEqual(flow.states.map(({ name }) => name).sort());
    const wired = (name: string, event: string): unknown =>
      stateOf(copy(), name).transitions.find((transition) => transition["event"] === event)?.["next"];
    expect(wired("Trigger", "incomingCall")).toBe("check_schedule");
    expect(wired("check_schedule", "fail")).toBe("say_unchecked");
    expect(wired("is_open", "noMatch")).toBe("say_closed");
    expect(wired("send_to_flex", "failedToEnqueue")).toBe("say_sorry");
  });

  it("[SF1] Liquid in every text is valid", () => {
    const engine = new Liquid();
    const visit = (value: unknown): void => {
      if (typeof value === "string") expect(() => engine.parse(value)).not.toThrow();
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
    };
    visit(flow.states);
  });

  it("[SF2] placeholders are filled with the account's values", () => {
    const run = stateOf(copy(), "check_schedule");
    expect(run.properties).toMatchObject({
      service_sid: `ZS${hex}`,
      environment_sid: `ZE${hex}`,
      function_sid: `ZH${hex}`,
      url: "https://flex-schedule-manager-1234.twil.io/check-schedule",
      parameters: [
        { key: "name", value: "Example" },
        { key: "details", value: "true" },
        { key: "locale", value: "en-US" },
      ],
    });
    expect(stateOf(copy(), "send_to_flex").properties).toMatchObject({
      workflow: `WW${hex}`,
      channel: `TC${hex}`,
    });
  });
});

describe("definitions that Studio refuses", () => {
  it.each<[string, (definition: LooseFlow) => void, string]>([
    ["no states", (d) => (d.states = []), "#/states"],
    ["an initial state that is not there", (d) => (d["initial_state"] = "Start"), "#/initial_state"],
    ["an initial state that is no trigger", (d) => (d["initial_state"] = "is_open"), "#/initial_state"],
    ["flags of another kind", (d) => (d["flags"] = {}), "#/flags/allow_concurrent_calls"],
    ["unknown properties", (d) => (d["version"] = 2), "#/version"],
    ["an unknown widget", (d) => (stateOf(d, "is_open").type = "if"), "#/states/2/type"],
    ["a name twice", (d) => (stateOf(d, "say_open").name = "say_closed"), "#/states/4/name"],
    ["a name with a space", (d) => (stateOf(d, "say_sorry").name = "say sorry"), "#/states/7/name"],
    [
      "a way to nowhere",
      (d) => (stateOf(d, "say_open").transitions[0] = { event: "audioComplete", next: "gone" }),
      "#/states/4/transitions/0/next",
    ],
    [
      "an event that a widget does not have",
      (d) => stateOf(d, "check_schedule").transitions.push({ event: "failed" }),
      "#/states/1/transitions/2/event",
    ],
    [
      "an event twice",
      (d) => stateOf(d, "check_schedule").transitions.push({ event: "fail" }),
      "#/states/1/transitions/2/event",
    ],
    [
      "a match without a condition",
      (d) => delete stateOf(d, "is_open").transitions[1]?.["conditions"],
      "#/states/2/transitions/1/conditions",
    ],
    [
      "an unknown comparison",
      (d) =>
        Object.assign((stateOf(d, "is_open").transitions[1]?.["conditions"] as Loose[])[0] ?? {}, {
          type: "is",
        }),
      "#/states/2/transitions/1/conditions/0/type",
    ],
    [
      "a split on nothing",
      (d) => delete stateOf(d, "is_open").properties["input"],
      "#/states/2/properties/input",
    ],
    ["nothing to say", (d) => delete stateOf(d, "say_open").properties["say"], "#/states/4/properties"],
    ["a loop for ever", (d) => (stateOf(d, "say_open").properties["loop"] = 0), "#/states/4/properties/loop"],
    [
      "a function by HTTP",
      (d) => (stateOf(d, "check_schedule").properties["url"] = "http://localhost/check-schedule"),
      "#/states/1/properties/url",
    ],
    [
      "another SID",
      (d) => (stateOf(d, "check_schedule").properties["function_sid"] = `ZS${hex}`),
      "#/states/1/properties/function_sid",
    ],
    [
      "a parameter that is no text",
      (d) => (stateOf(d, "check_schedule").properties["parameters"] = [{ key: "details", value: true }]),
      "#/states/1/properties/parameters/0",
    ],
    [
      "what was not filled in",
      (d) => (stateOf(d, "send_to_flex").properties["workflow"] = "${WORKFLOW_SID}"),
      "#/states/6/properties/workflow",
    ],
  ])("[SF1] %s", (_, spoil, place) => {
    const definition = copy();
    spoil(definition);
    expect(validateFlow(definition).map(({ property_path }) => property_path)).toContain(place);
  });

  it("[SF1] a value that is not a definition", () => {
    for (const value of [null, "x", [], { states: [null], initial_state: 1 }])
      expect(validateFlow(value).length).toBeGreaterThan(0);
  });
});
