/** Permissions apply to identities only, and only if the service has `aclEnabled`; a backend has every permission. */
import { checkIdentity } from "./check";
import { SyncProblem } from "./problem";
import type { Store } from "./store";
import type { Caller, Permission, SyncObject } from "./types";

export type Right = keyof Permission;

export function isAllowed(store: Store, caller: Caller, object: SyncObject, right: Right): boolean {
  if (caller.type === "backend" || !store.service(object.serviceSid).settings.aclEnabled) return true;
  return object.permissions.get(caller.identity)?.[right] === true;
}

export function demand(store: Store, caller: Caller, object: SyncObject, right: Right): void {
  if (!isAllowed(store, caller, object, right)) throw new SyncProblem("forbidden");
}

export function setPermission(
  store: Store,
  object: SyncObject,
  identity: string,
  to: Permission,
): Permission {
  checkIdentity(identity);
  store.limits.permission(object.sid, identity);
  object.permissions.set(identity, to);
  store.changed();
  return to;
}

export function fetchPermission(store: Store, object: SyncObject, identity: string): Permission {
  store.limits.permission(object.sid, identity);
  const permission = object.permissions.get(identity);
  if (permission === undefined) throw new SyncProblem("permissionNotFound");
  return permission;
}

export function removePermission(store: Store, object: SyncObject, identity: string): void {
  fetchPermission(store, object, identity);
  object.permissions.delete(identity);
  store.changed();
}
