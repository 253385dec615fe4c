import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export const FLOW_NAME = "Template Example Schedule Flow";

/** What the deploy knows and the flow needs. */
export interface FlowValues {
  readonly functionsServiceSid: string;
  readonly functionsEnvironmentSid: string;
  readonly checkScheduleSid: string;
  /** Without `https://`. */
  readonly functionsDomain: string;
  /** Where open calls go, in TaskRouter; null: the flow says so and ends, and somebody adds it in Studio. */
  readonly flex: { readonly workflowSid: string; readonly voiceChannelSid: string } | null;
}

interface State {
  readonly name: string;
  readonly type: string;
  readonly transitions: readonly Transition[];
}

interface Transition {
  readonly event: string;
  readonly next?: string;
}

/** A definition as the file and Studio have it. */
export interface FlowDefinition {
  readonly description: string;
  readonly states: readonly State[];
  readonly initial_state: string;
}

const FILE = resolve(__dirname, "../../studio/template-example-schedule-flow.json");

const read = (): FlowDefinition => JSON.parse(readFileSync(FILE, "utf8")) as FlowDefinition;

/** Fills every text of a JSON value. */
function fill(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string")
    return value.replace(/\$\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
  if (Array.isArray(value)) return value.map((item) => fill(item, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fill(item, values)]));
}

/** Takes out the states of a kind, ways to them, and what can only be reached through them. */
function without(flow: FlowDefinition, type: string): FlowDefinition {
  const gone = new Set(flow.states.filter((state) => state.type === type).map(({ name }) => name));
  const states = flow.states
    .filter(({ name }) => !gone.has(name))
    .map((state) => ({
      ...state,
      transitions: state.transitions.map(({ next, ...rest }): Transition =>
        next === undefined || gone.has(next) ? rest : { ...rest, next },
      ),
    }));
  const byName = new Map(states.map((state) => [state.name, state]));
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const { next } of byName.get(name)?.transitions ?? []) if (next !== undefined) visit(next);
  };
  visit(flow.initial_state);
  return { ...flow, states: states.filter(({ name }) => reached.has(name)) };
}

/** The example flow, ready for Studio. */
export function flowDefinition(values: FlowValues): FlowDefinition {
  const { flex } = values;
  const flow = flex === null ? without(read(), "send-to-flex") : read();
  return fill(flow, {
    FUNCTIONS_SERVICE_SID: values.functionsServiceSid,
    FUNCTIONS_ENVIRONMENT_SID: values.functionsEnvironmentSid,
    CHECK_SCHEDULE_SID: values.checkScheduleSid,
    FUNCTIONS_DOMAIN: values.functionsDomain,
    WORKFLOW_SID: flex?.workflowSid ?? "",
    VOICE_CHANNEL_SID: flex?.voiceChannelSid ?? "",
  }) as FlowDefinition;
}
