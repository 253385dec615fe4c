/** The settings of a deploy from `.env`: every key and its default. */
import { entriesOf } from "@schedule-manager/shared/collections/keys";
import { MOST_AGENTS } from "@schedule-manager/shared/api/agents";
import { DEFAULT_SHARDS, MAX_SHARDS } from "@schedule-manager/shared/sync/layout";
import { DeployFailure } from "./failure";

/** Passed to the functions as variables when set; documented in functions/README.md. */
export const FUNCTION_KEYS = [
  "FAIL_CLOSED",
  "EDITOR_ROLES",
  "TOGGLE_ROLES",
  "VIEWER_ROLES",
  "ALLOWED_ORIGINS",
  "SIGNED_ONLY",
  "FRESHNESS_MS",
  "REREAD_MS",
  "SYNC_CONCURRENCY",
  "LOG_LEVEL",
  "TWILIO_SERVICE_RETRY_LIMIT",
  "TWILIO_SERVICE_MIN_BACKOFF",
  "TWILIO_SERVICE_MAX_BACKOFF",
] as const;

/** Keys that only the deploy reads. */
export const DEPLOY_KEYS = [
  "ACCOUNT_SID",
  "AUTH_TOKEN",
  "SYNC_SERVICE_SID",
  "SYNC_SHARDS",
  "API_KEY",
  "API_SECRET",
  "FUNCTIONS_SERVICE_NAME",
  "FUNCTIONS_ENVIRONMENT",
  "AGENTS",
  "PLUGIN_PUBLIC",
  "PLUGIN_ONE_FILE",
  "WORKFLOW_SID",
  "VOICE_CHANNEL_SID",
] as const;

export type Values = Readonly<Record<string, string | undefined>>;

export interface DeploySettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** null: found by name, or created. */
  readonly syncServiceSid: string | null;
  /** For the first set-up of a Sync service. */
  readonly shards: number;
  /** null: created; its secret is stored in the functions' variables only. */
  readonly apiKey: { readonly sid: string; readonly secret: string } | null;
  readonly serviceName: string;
  /** Suffix of the functions' domain; `""`: none, production. */
  readonly environment: string;
  /**
   * Approximate number of concurrent browsers with the plugin; null: the value set in Flex, or the plugin's
   * default.
   */
  readonly agents: number | null;
  /** Whether the plugin's file is public, protected only by its address. */
  readonly pluginPublic: boolean;
  /** Whether the plugin has no chunks, for a Flex that may load only its plugins' own scripts. */
  readonly pluginOneFile: boolean;
  /** The TaskRouter workflow and task channel of the Studio flow; null: the account's only suitable ones. */
  readonly workflowSid: string | null;
  readonly voiceChannelSid: string | null;
  /** Variables of the functions. */
  readonly variables: Readonly<Record<string, string>>;
}

const invalid = (message: string): DeployFailure => new DeployFailure("settings-invalid", message);

const SID = (prefix: string): RegExp => new RegExp(`^${prefix}[0-9a-f]{32}$`, "i");

/** Parses the values. Errors name missing or invalid keys, never their values. */
export function settingsFrom(values: Values): DeploySettings {
  const text = (key: (typeof DEPLOY_KEYS)[number]): string => values[key]?.trim() ?? "";
  const missing = (["ACCOUNT_SID", "AUTH_TOKEN"] as const).filter((key) => text(key) === "");
  if (missing.length > 0) {
    throw new DeployFailure(
      "settings-missing",
      `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not set. Copy flex-config/.env.example to .env and fill it in.`,
    );
  }
  const sids = {
    ACCOUNT_SID: "AC",
    SYNC_SERVICE_SID: "IS",
    API_KEY: "SK",
    WORKFLOW_SID: "WW",
    VOICE_CHANNEL_SID: "TC",
  } as const;
  for (const [key, prefix] of entriesOf(sids)) {
    if (text(key) !== "" && !SID(prefix).test(text(key))) {
      throw invalid(`${key} must be ${prefix} and 32 hexadecimal digits.`);
    }
  }
  if ((text("API_KEY") === "") !== (text("API_SECRET") === "")) {
    throw invalid("API_KEY and API_SECRET belong together: set both, or leave both empty to create a key.");
  }
  const shards = Number(text("SYNC_SHARDS") || DEFAULT_SHARDS);
  if (!isShards(shards)) throw invalid(`SYNC_SHARDS must be a whole number from 1 to ${MAX_SHARDS}.`);
  const environment = text("FUNCTIONS_ENVIRONMENT");
  if (!/^[a-z0-9-]{0,16}$/.test(environment)) {
    throw invalid("FUNCTIONS_ENVIRONMENT must be at most 16 lower-case letters, digits and dashes.");
  }
  const serviceName = text("FUNCTIONS_SERVICE_NAME") || DEFAULT_SERVICE_NAME;
  if (!/^[A-Za-z0-9-]{1,50}$/.test(serviceName)) {
    throw invalid("FUNCTIONS_SERVICE_NAME must be at most 50 letters, digits and dashes.");
  }
  const agents = text("AGENTS") === "" ? null : Number(text("AGENTS"));
  if (agents !== null && !(Number.isInteger(agents) && agents >= 1 && agents <= MOST_AGENTS)) {
    throw invalid(`AGENTS must be a whole number from 1 to ${MOST_AGENTS}.`);
  }
  const isTrue = (key: (typeof DEPLOY_KEYS)[number]): boolean => text(key).toLowerCase() === "true";
  const given = FUNCTION_KEYS.flatMap((key) => {
    const value = values[key]?.trim() ?? "";
    return value === "" ? [] : [[key, value] as const];
  });
  return {
    accountSid: text("ACCOUNT_SID"),
    authToken: text("AUTH_TOKEN"),
    syncServiceSid: text("SYNC_SERVICE_SID") || null,
    shards,
    apiKey: text("API_KEY") === "" ? null : { sid: text("API_KEY"), secret: text("API_SECRET") },
    serviceName,
    environment,
    agents,
    pluginPublic: isTrue("PLUGIN_PUBLIC"),
    pluginOneFile: isTrue("PLUGIN_ONE_FILE"),
    workflowSid: text("WORKFLOW_SID") || null,
    voiceChannelSid: text("VOICE_CHANNEL_SID") || null,
    variables: Object.fromEntries(given),
  };
}

const DEFAULT_SERVICE_NAME = "flex-schedule-manager";

export const isShards = (shards: number): boolean =>
  Number.isInteger(shards) && shards >= 1 && shards <= MAX_SHARDS;
