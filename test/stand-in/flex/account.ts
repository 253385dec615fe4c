/**
 * Flex's requests for its account, its person and its features.
 * https://www.twilio.com/docs/flex/developer/config/flex-configuration-rest-api
 */
import { ACCOUNT_SID } from "../dev-account";
import type { FlexConfiguration } from "../deploy/configuration";
import { fieldsOf, type HostHandler, type HostRequest, type HostResponse } from "../http/host";
import type { FlexTokens } from "../tokens/flex-tokens";
import { ok, refuse, text } from "./answers";
import {
  CHAT_SERVICE_SID,
  CONVERSATIONS_SERVICE_SID,
  FLEX_INSTANCE_SID,
  FLEX_SERVICE_SID,
  OFFLINE,
  QUEUES,
  WORKSPACE_SID,
} from "./ids";

export const TOKEN_LIFE_MS = 24 * 3600 * 1000;
/** With this feature Flex stores its token in the tab's own storage, so each tab can be another person. */
const FEATURES_ON = new Set(["sso-token-session-storage"]);
/** Features that an admin of the account can turn on: languages with Flex's menu, and transfers of chats. */
const SESSION_FEATURES = [
  { id: "localization-beta", enabled: true, name: "Languages", description: "", stage: "beta" },
  { id: "new-transfer-experience", enabled: true, name: "Transfers", description: "", stage: "beta" },
];
/** Flex requests it when the feature is on, and uses the first entry. */
const TRANSFER_SETTINGS = {
  account_sid: ACCOUNT_SID,
  instance_sid: FLEX_INSTANCE_SID,
  enabled: true,
  transfer_notes_enabled: false,
  ai_summary_enabled: false,
  version: 1,
};

export interface FlexPlugin {
  readonly name: string;
  readonly version: string;
  /** Its address on the Flex page's own origin. */
  readonly src: string;
}

export interface AccountOptions {
  readonly now: () => number;
  readonly tokens: FlexTokens;
  readonly plugins: () => readonly FlexPlugin[];
  /** The address of the functions, for example `http://localhost:3001`. */
  readonly functionsUrl: () => string;
  /** The changes written to the account's own configuration. */
  readonly configuration: FlexConfiguration;
}

const iso = (ms: number): string => new Date(ms).toISOString();

const ownConfiguration = ({ now, functionsUrl }: AccountOptions) => ({
  account_sid: ACCOUNT_SID,
  status: "ok",
  runtime_domain: functionsUrl(),
  date_created: iso(now()),
  date_updated: iso(now()),
  flex_instance_sid: FLEX_INSTANCE_SID,
  flex_service_instance_sid: FLEX_SERVICE_SID,
  chat_service_instance_sid: CHAT_SERVICE_SID,
  conversations_service_instance_sid: CONVERSATIONS_SERVICE_SID,
  taskrouter_workspace_sid: WORKSPACE_SID,
  taskrouter_offline_activity_sid: OFFLINE.sid,
  taskrouter_target_taskqueue_sid: QUEUES[0]?.sid,
  taskrouter_taskqueues: QUEUES.map(({ sid, name }) => ({ sid, friendly_name: name, targettable: true })),
  plugin_service_enabled: true,
  ui_language: "en",
  ui_version: "2",
  ui_attributes: {
    version_compatibility: "yes",
    custom_data: {
      features: { schedule_manager: { enabled: true, serverless_domain: functionsUrl(), agents: 5 } },
    },
  },
});

/** Flex sends its token in the body, in a header of its own, or as the password of Basic auth. */
function tokenOf(request: HostRequest): string {
  const own = request.headers["x-flex-jwe"];
  if (typeof own === "string") return own;
  const [scheme = "", credentials = ""] = (request.headers.authorization ?? "").split(" ");
  if (scheme.toLowerCase() === "bearer") return credentials;
  if (scheme.toLowerCase() === "basic")
    return Buffer.from(credentials, "base64")
      .toString()
      .replace(/^token:/, "");
  const { token, Token } = fieldsOf(request);
  return text(Token ?? token);
}

/** Handlers of `flex-api.twilio.com`, `flex.twilio.com` and `iam.twilio.com`. */
export function flexAccount(options: AccountOptions): Record<"api" | "service" | "identity", HostHandler> {
  const { tokens, plugins, configuration } = options;
  configuration.base = () => ownConfiguration(options);

  const info = (request: HostRequest): HostResponse => ok(tokens.describe(tokenOf(request)));

  /** A renewal returns the same token: the persons' tokens never end. */
  const refresh = (request: HostRequest): HostResponse => {
    const token = tokenOf(request);
    return tokens.validate(token).valid
      ? ok({ ...tokens.describe(token), token })
      : refuse(401, 20101, "The Flex token is unknown or has expired");
  };

  const api: HostHandler = (request) => {
    const { path } = request;
    if (path.endsWith("/Tokens/Info")) return info(request);
    if (path === "/v1/Configuration") return ok(configuration.current());
    if (path === "/v1/account/provision/status") return ok({ status: "inactive" });
    if (path === `/v3/Instances/${FLEX_INSTANCE_SID}/TransferSettings`)
      return ok({ transfer_settings: [TRANSFER_SETTINGS] });
    if (path.endsWith("/Teams/Context")) return ok({ team_setup_complete: false });
    return null;
  };

  const service: HostHandler = ({ path }) => {
    if (path === "/plugins") return ok(plugins().map((plugin) => ({ ...plugin, phase: 3 })));
    if (path === "/api/v1/Session") return ok({ features: SESSION_FEATURES, insightsActive: false });
    const feature = /^\/api\/v1\/Features\/([^/]+)$/.exec(path)?.[1];
    return feature === undefined ? null : ok({ enabled: FEATURES_ON.has(feature) });
  };

  const identity: HostHandler = (request) =>
    request.path.endsWith("/Tokens/refresh") ? refresh(request) : null;

  return { api, service, identity };
}
