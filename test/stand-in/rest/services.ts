import type { HostResponse } from "../http/host";
import { SyncProblem } from "../sync/problem";
import type { ServiceSettings } from "../sync/types";
import { cutPage, listReply } from "./lists";
import type { Params } from "./params";
import type { RestCall } from "./rest";
import { serviceShape } from "./shapes";

/** ms */
const MIN_WINDOW = 1_000;
const MAX_WINDOW = 30_000;

function debouncingWindow(params: Params): number | undefined {
  const window = params.integer("ReachabilityDebouncingWindow", "invalidParameter");
  if (window !== undefined && (window < MIN_WINDOW || window > MAX_WINDOW)) {
    throw new SyncProblem("invalidParameter", `ReachabilityDebouncingWindow ${window}`);
  }
  return window;
}

const protocolOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : "");

function webhookUrl(params: Params): string | undefined {
  const url = params.text("WebhookUrl");
  if (url !== undefined && url !== "" && !/^https?:$/.test(protocolOf(url))) {
    throw new SyncProblem("invalidWebhookUrl", url);
  }
  return url;
}

function settingsOf(params: Params): Partial<ServiceSettings> {
  const given = {
    friendlyName: params.text("FriendlyName"),
    webhookUrl: webhookUrl(params),
    webhooksFromRestEnabled: params.boolean("WebhooksFromRestEnabled"),
    reachabilityWebhooksEnabled: params.boolean("ReachabilityWebhooksEnabled"),
    reachabilityDebouncingEnabled: params.boolean("ReachabilityDebouncingEnabled"),
    reachabilityDebouncingWindow: debouncingWindow(params),
    aclEnabled: params.boolean("AclEnabled"),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

export function serviceRoute({ sync, request, params }: RestCall, id: string | undefined): HostResponse {
  const { base, method } = request;
  if (id === undefined) {
    if (method === "GET") {
      const page = cutPage(request, sync.listServices(), (service) => service.sid);
      return listReply(request, "services", page, (service) => serviceShape(base, service));
    }
    if (method === "POST") {
      return { status: 201, body: serviceShape(base, sync.createService(settingsOf(params))) };
    }
  } else {
    if (method === "GET") return { status: 200, body: serviceShape(base, sync.service(id)) };
    if (method === "POST") {
      return { status: 200, body: serviceShape(base, sync.updateService(id, settingsOf(params))) };
    }
    if (method === "DELETE") {
      sync.removeService(id);
      return { status: 204 };
    }
  }
  throw new SyncProblem("methodNotAllowed");
}
