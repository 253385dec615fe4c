/** The example flow with the account's values. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ownValue } from "@schedule-manager/shared/collections/dictionary";

export interface FlowValues {
  readonly functionsServiceSid: string;
  readonly functionsEnvironmentSid: string;
  readonly checkScheduleSid: string;
  /** Without `https://`. */
  readonly functionsDomain: string;
  /** TaskRouter workflow and task channel for open calls. */
  readonly workflowSid: string;
  readonly voiceChannelSid: string;
}

/** A definition in the format of the file and of Studio. */
export interface FlowDefinition {
  readonly description: string;
  readonly states: readonly {
    readonly name: string;
    readonly type: string;
    readonly transitions: readonly { readonly event: string; readonly next?: string }[];
  }[];
  readonly initial_state: string;
}

const FILE = resolve(__dirname, "../../studio/template-example-schedule-flow.json");
const PLACEHOLDER = /\$\{(\w+)\}/g;

/** Replaces placeholders in every text of a JSON value. A placeholder without a value is a bug in the template. */
function fill(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") {
    return value.replace(PLACEHOLDER, (placeholder, name: string) => {
      const filled = ownValue(values, name);
      if (filled === undefined) throw new Error(`${FILE}: there is no value for ${placeholder}`);
      return filled;
    });
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fill(item, values)]));
}

export function flowDefinition(values: FlowValues): FlowDefinition {
  // Placeholders are texts, so the template keeps its type.
  return fill(JSON.parse(readFileSync(FILE, "utf8")), {
    FUNCTIONS_SERVICE_SID: values.functionsServiceSid,
    FUNCTIONS_ENVIRONMENT_SID: values.functionsEnvironmentSid,
    CHECK_SCHEDULE_SID: values.checkScheduleSid,
    FUNCTIONS_DOMAIN: values.functionsDomain,
    WORKFLOW_SID: values.workflowSid,
    VOICE_CHANNEL_SID: values.voiceChannelSid,
  }) as FlowDefinition;
}
