/**
 * Walks a call through a flow like Studio: Liquid in every text, Run Function over HTTP, splits by their
 * conditions. Supports only the widgets of the example.
 */
import type { FlowDefinition } from "@schedule-manager/flex-config/studio/flow-definition";
import { Liquid } from "liquidjs";

export interface Walk {
  /** Names of the widgets, in order. */
  readonly path: readonly string[];
  readonly spoken: readonly string[];
  /** Attributes of the task in Flex; null: the call did not reach Flex. */
  readonly task: unknown;
}

interface Condition {
  readonly type: string;
  readonly value: string;
  readonly arguments: readonly string[];
}

interface State {
  readonly name: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly transitions: readonly {
    readonly event: string;
    readonly next?: string;
    readonly conditions?: readonly Condition[];
  }[];
}

/** Studio's timeout of a function. */
const TIMEOUT = 10_000;
/** Most steps of a flow. */
const MAX_STEPS = 1000;

export interface WalkOptions {
  /** Address of the functions, instead of the flow's. */
  readonly functionsUrl: string;
  /** Parameters by key, instead of the flow's. */
  readonly parameters?: Readonly<Record<string, string>>;
}

class Call {
  readonly path: string[] = [];
  readonly spoken: string[] = [];
  task: unknown = null;
  private readonly liquid = new Liquid();
  private readonly context: { trigger: object; widgets: Record<string, unknown>; flow: object } = {
    trigger: { call: { From: "+15017122661", To: "+15558675310" } },
    widgets: {},
    flow: { data: {} },
  };

  constructor(
    private readonly states: readonly State[],
    private readonly options: WalkOptions,
  ) {}

  private render(text: unknown): string {
    return String(this.liquid.parseAndRenderSync(String(text), this.context));
  }

  /** 2xx and 3xx are success; outputs are parsed only if the answer is JSON. */
  private async runFunction({ name, properties }: State): Promise<string> {
    const given = properties["parameters"] as readonly { key: string; value: string }[];
    const { functionsUrl, parameters = {} } = this.options;
    const body = new URLSearchParams(
      given.map(({ key, value }) => [key, parameters[key] ?? this.render(value)]),
    );
    const url = `${functionsUrl}${new URL(this.render(properties["url"])).pathname}`;
    try {
      const response = await fetch(url, { method: "POST", body, signal: AbortSignal.timeout(TIMEOUT) });
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
      this.context.widgets[name] = {
        status_code: response.status,
        body: text,
        ...(isJson ? { parsed: JSON.parse(text) as unknown } : {}),
      };
      return response.status < 400 ? "success" : "fail";
    } catch {
      return "fail";
    }
  }

  private split({ transitions }: State): string | undefined {
    const holds = ({ type, value, arguments: given }: Condition): boolean => {
      if (type !== "equal_to") throw new Error(`The walk does not know ${type}`);
      return given.every((text) => this.render(text) === value);
    };
    const match = transitions.find(
      ({ event, conditions = [] }) => event === "match" && conditions.length > 0 && conditions.every(holds),
    );
    return (match ?? transitions.find(({ event }) => event === "noMatch"))?.next;
  }

  private async step(state: State): Promise<string | undefined> {
    const on = (event: string): string | undefined =>
      state.transitions.find((transition) => transition.event === event)?.next;
    switch (state.type) {
      case "trigger":
        return on("incomingCall");
      case "run-function":
        return on(await this.runFunction(state));
      case "split-based-on":
        return this.split(state);
      case "say-play":
        this.spoken.push(this.render(state.properties["say"]).replace(/\s+/g, " ").trim());
        return on("audioComplete");
      case "send-to-flex":
        this.task = JSON.parse(this.render(state.properties["attributes"]));
        return on("callComplete");
      default:
        throw new Error(`The walk does not know ${state.type}`);
    }
  }

  async walk(initial: string): Promise<void> {
    for (let name: string | undefined = initial; name !== undefined;) {
      const state = this.states.find((candidate) => candidate.name === name);
      if (state === undefined || this.path.length >= MAX_STEPS)
        throw new Error(`The flow is lost at ${name}`);
      this.path.push(name);
      name = await this.step(state);
    }
  }
}

export async function walkFlow(flow: FlowDefinition, options: WalkOptions): Promise<Walk> {
  const call = new Call(flow.states as readonly State[], options);
  await call.walk(flow.initial_state);
  return { path: call.path, spoken: call.spoken, task: call.task };
}
