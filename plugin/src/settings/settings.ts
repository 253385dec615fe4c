import { fieldOf } from "@schedule-manager/shared/collections/record";
import { isLoopback } from "@schedule-manager/shared/api/loopback";
import { MOST_AGENTS } from "@schedule-manager/shared/api/agents";
import { DEFAULT_AGENTS } from "../sync/jitter";

/** The plugin's entry in `ui_attributes.custom_data.features`. */
export interface Settings {
  /** The functions' origin, without a trailing slash. */
  readonly functions: string;
  /** Flex roles that edit in the Schedule Manager. The functions check the Flex token against their own setting. */
  readonly editorRoles: readonly string[];
  /** Flex roles that see the Schedule Manager. The functions decide who reads the history. */
  readonly viewerRoles: readonly string[];
  /** How the plugin treats a transfer to a closed queue. */
  readonly closedTransfers: "ask" | "refuse" | "allow";
  /** The approximate number of concurrent browsers: waits that spread them grow with it. */
  readonly agents: number;
  /** The first day of the week, 0 = Monday; null: that of the reader's language. */
  readonly firstWeekday: number | null;
}

const DEFAULT_EDITOR_ROLES = ["admin"];
const DEFAULT_VIEWER_ROLES = ["supervisor"];

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
  return list.flatMap((role) => (typeof role === "string" && role.trim() !== "" ? [role.trim()] : []));
}

/** Without an editor nobody could change anything. */
function editorRoles(value: unknown): readonly string[] {
  const named = roles(value);
  return named.length === 0 ? DEFAULT_EDITOR_ROLES : named;
}

/** An empty list: editors only. */
const viewerRoles = (value: unknown): readonly string[] =>
  value === undefined ? DEFAULT_VIEWER_ROLES : roles(value);

const transfers = (value: unknown): Settings["closedTransfers"] =>
  value === "refuse" || value === "allow" ? value : "ask";

const WEEK_STARTS = { monday: 0, saturday: 5, sunday: 6 } as const;
const weekStartFrom = (value: unknown): number | null =>
  typeof value === "string" && Object.hasOwn(WEEK_STARTS, value)
    ? WEEK_STARTS[value as keyof typeof WEEK_STARTS]
    : null;

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
    editorRoles: editorRoles(fieldOf(feature, "editor_roles")),
    viewerRoles: viewerRoles(fieldOf(feature, "viewer_roles")),
    closedTransfers: transfers(fieldOf(feature, "closed_transfers")),
    agents: agentsFrom(fieldOf(feature, "agents")),
    firstWeekday: weekStartFrom(fieldOf(feature, "week_start")),
  };
}

const hasOne = (roles: readonly string[], own: readonly string[]): boolean =>
  roles.some((role) => own.includes(role));

export const mayEdit = ({ editorRoles }: Settings, own: readonly string[]): boolean =>
  hasOne(editorRoles, own);

/** Whether the person sees the Schedule Manager. */
export const mayOpen = (settings: Settings, own: readonly string[]): boolean =>
  mayEdit(settings, own) || hasOne(settings.viewerRoles, own);
