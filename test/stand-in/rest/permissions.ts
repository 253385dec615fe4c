import type { HostResponse } from "../http/host";
import { SyncProblem } from "../sync/problem";
import type { SyncSession } from "../sync/sync";
import type { Permission } from "../sync/types";
import { cutPage, listReply } from "./lists";
import type { RestCall } from "./rest";
import { permissionShape } from "./shapes";

/** `…/Permissions/{identity}`; POST creates or replaces it. */
export function permissionRoute(
  { request, params }: RestCall,
  session: SyncSession,
  kind: "document" | "map",
  id: string,
  identity: string | undefined,
): HostResponse {
  const { method, base } = request;
  const shape = (who: string, permission: Permission) =>
    permissionShape(base, session.store.find(session.service, kind, id), who, permission);
  if (identity === undefined) {
    if (method !== "GET") throw new SyncProblem("methodNotAllowed");
    const page = cutPage(request, [...session.permissions(kind, id)], ([who]) => who);
    return listReply(request, "permissions", page, ([who, permission]) => shape(who, permission));
  }
  if (method === "GET") {
    return { status: 200, body: shape(identity, session.fetchPermission(kind, id, identity)) };
  }
  if (method === "POST") {
    const right = (name: string): boolean => {
      params.required(name);
      return params.boolean(name) === true;
    };
    const permission = { read: right("Read"), write: right("Write"), manage: right("Manage") };
    return { status: 200, body: shape(identity, session.setPermission(kind, id, identity, permission)) };
  }
  if (method === "DELETE") {
    session.removePermission(kind, id, identity);
    return { status: 204 };
  }
  throw new SyncProblem("methodNotAllowed");
}
