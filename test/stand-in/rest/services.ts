import type { HostResponse } from "../http/host";
import { SyncProblem } from "../sync/problem";
import type { ServiceSettings } from "../sync/types";
import { cutPage, listReply } from "./lists";
import type { Params } from "./params";
import type { RestCall } from "./rest";
import { serviceShape } from "./shapes";

function settingsOf(params: Params): Partial<ServiceSettings> {
  const given = {
    friendlyName: params.text("FriendlyName"),
    webhookUrl: params.text("WebhookUrl"),
    webhooksFromRestEnabled: params.boolean("WebhooksFromRestEnabled"),
    reachabilityWebhooksEnabled: params.boolean("ReachabilityWebhooksEnabled"),
    reachabilityDebouncingEnabled: params.boolean("ReachabilityDebouncingEnabled"),
    reachabilityDebouncingWindow: params.integer("ReachabilityDebouncingWindow", "missingParameter"),
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
