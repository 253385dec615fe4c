/** Sync's REST API v1, https://www.twilio.com/docs/sync/api. Every request acts as a backend. */
import { isAuthorized } from "../http/accounts";
import { segmentsOf, type HostHandler, type HostRequest, type HostResponse } from "../http/host";
import { problemBody, SyncProblem } from "../sync/problem";
import type { Sync } from "../sync/sync";
import { BACKEND } from "../sync/types";
import { itemRoute } from "./items";
import { objectRoute } from "./objects";
import { Params } from "./params";
import { permissionRoute } from "./permissions";
import { serviceRoute } from "./services";

export interface RestCall {
  readonly sync: Sync;
  readonly request: HostRequest;
  readonly params: Params;
}

const COLLECTIONS = { Documents: "document", Maps: "map", Streams: "stream" } as const;
const isCollection = (name: string): name is keyof typeof COLLECTIONS => Object.hasOwn(COLLECTIONS, name);

export const syncRest =
  (sync: Sync): HostHandler =>
  (request) => {
    try {
      if (!isAuthorized(request.headers)) throw new SyncProblem("unauthorized");
      return route(sync, request);
    } catch (error) {
      if (!(error instanceof SyncProblem)) throw error;
      return refusal(error, request);
    }
  };

/** `/v1/Services/{service}/{collection}/{object}/{part}/{name}`, possibly ending at any segment after Services. */
function route(sync: Sync, request: HostRequest): HostResponse {
  const [version, services, serviceId, collection, object, part, name, ...rest] = segmentsOf(request.path);
  if (version !== "v1" || services !== "Services" || rest.length > 0) throw new SyncProblem("notFound");
  const call: RestCall = { sync, request, params: new Params(request) };
  if (serviceId === undefined || collection === undefined) return serviceRoute(call, serviceId);
  if (!isCollection(collection)) throw new SyncProblem("notFound");
  const session = sync.as(BACKEND, serviceId);
  const kind = COLLECTIONS[collection];
  if (object === undefined || part === undefined) return objectRoute(call, session, kind, object);
  if (part === "Items" && kind === "map") return itemRoute(call, session, object, name);
  if (part === "Permissions" && kind !== "stream") return permissionRoute(call, session, kind, object, name);
  if (part === "Messages" && kind === "stream" && name === undefined && request.method === "POST") {
    const { sid } = session.publish(object, call.params.json("Data"));
    return { status: 201, body: { sid, data: call.params.json("Data") } };
  }
  throw new SyncProblem("notFound");
}

/** REST answers 20404 for every missing resource, whatever its type. */
function refusal(problem: SyncProblem, { path }: HostRequest): HostResponse {
  if (problem.status === 404) {
    return { status: 404, body: problemBody(404, 20404, `The requested resource ${path} was not found`) };
  }
  return {
    status: problem.status,
    body: problem.body,
    ...(problem.status === 401 ? { headers: { "www-authenticate": 'Basic realm="Twilio API"' } } : {}),
  };
}
