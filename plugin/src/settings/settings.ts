import { fieldOf } from "@schedule-manager/shared/collections/record";
import { isLoopback } from "@schedule-manager/shared/api/loopback";
import { MOST_AGENTS } from "@schedule-manager/shared/api/agents";
import { DEFAULT_AGENTS } from "../sync/jitter";

/** The plugin's entry in `ui_attributes.custom_data.features`. */
export interface Settings {
  /** The functions' origin, without a trailing slash. */
  readonly functions: string;
  /** Flex roles that see the Schedule Manager. The functions check the Flex token against their own setting. */
  readonly editorRoles: readonly string[];
  /** How the plugin treats a transfer to a closed queue. */
  readonly closedTransfers: "ask" | "refuse" | "allow";
  /** The approximate number of concurrent browsers: waits that spread them grow with it. */
  readonly agents: number;
}

const DEFAULT_EDITOR_ROLES = ["admin"];

/** The origin of a configured domain, with https by default; null: unusable. */
function functionsOrigin(domain: unknown): string | null {
  if (typeof domain !== "string" || domain.trim() === "") return null;
  const text = domain.trim();
  try {
    const { protocol, origin, hostname } = new URL(text.includes("://") ? text : `https://${text}`);
    // The Flex token is sent to this origin, so http is allowed for this machine only.
    return protocol === "https:" || (protocol === "http:" && isLoopback(hostname)) ? origin : null;
  } catch {
    return null;
  }
}

function roles(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === "string"
      ? value.split(",")
      : [];
  const named = list.flatMap((role) => (typeof role === "string" && role.trim() !== "" ? [role.trim()] : []));
  return named.length === 0 ? DEFAULT_EDITOR_ROLES : named;
}

const transfers = (value: unknown): Settings["closedTransfers"] =>
  value === "refuse" || value === "allow" ? value : "ask";

/** A number, also as digits in a hand-edited configuration. */
function agentsFrom(value: unknown): number {
  const count = typeof value === "string" ? Number(value) : value;
  return typeof count === "number" && count >= 1 ? Math.min(MOST_AGENTS, Math.floor(count)) : DEFAULT_AGENTS;
}

/**
 * The plugin's entry: `flex_schedule_manager` if present, else `schedule_manager`. Twilio's sample uses the latter
 * name too; a deploy that finds the sample's entry leaves it and writes the former.
 */
const featureFrom = (features: unknown): unknown =>
  fieldOf(features, "flex_schedule_manager") ?? fieldOf(features, "schedule_manager");

/**
 * The settings in Flex's `ui_attributes`.
 * @returns null when the feature is off or the functions' domain is missing
 */
export function settingsFrom(uiAttributes: unknown): Settings | null {
  const feature = featureFrom(fieldOf(fieldOf(uiAttributes, "custom_data"), "features"));
  const functions = functionsOrigin(fieldOf(feature, "serverless_domain"));
  if (fieldOf(feature, "enabled") !== true || functions === null) return null;
  return {
    functions,
    editorRoles: roles(fieldOf(feature, "editor_roles")),
    closedTransfers: transfers(fieldOf(feature, "closed_transfers")),
    agents: agentsFrom(fieldOf(feature, "agents")),
  };
}

export const mayOpen = (settings: Settings, own: readonly string[]): boolean =>
  settings.editorRoles.some((role) => own.includes(role));
