/** Sync's REST resources: https://www.twilio.com/docs/sync/api */
import { ACCOUNT_SID } from "../dev-account";
import type { MapItem, ObjectKind, Permission, Service, SyncMap, SyncObject } from "../sync/types";

/** REST dates omit fractions of a second. */
export const restDate = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
const orNull = (at: number | null): string | null => (at === null ? null : restDate(at));

export const COLLECTION: Record<ObjectKind, "Documents" | "Maps" | "Streams"> = {
  document: "Documents",
  map: "Maps",
  stream: "Streams",
};

export function serviceShape(base: string, service: Service) {
  const url = `${base}/v1/Services/${service.sid}`;
  const { settings } = service;
  return {
    sid: service.sid,
    unique_name: service.uniqueName,
    account_sid: ACCOUNT_SID,
    friendly_name: settings.friendlyName,
    date_created: restDate(service.dateCreated),
    date_updated: restDate(service.dateUpdated),
    url,
    webhook_url: settings.webhookUrl,
    webhooks_from_rest_enabled: settings.webhooksFromRestEnabled,
    reachability_webhooks_enabled: settings.reachabilityWebhooksEnabled,
    acl_enabled: settings.aclEnabled,
    reachability_debouncing_enabled: settings.reachabilityDebouncingEnabled,
    reachability_debouncing_window: settings.reachabilityDebouncingWindow,
    links: {
      documents: `${url}/Documents`,
      lists: `${url}/Lists`,
      maps: `${url}/Maps`,
      streams: `${url}/Streams`,
    },
  };
}

const objectUrl = (base: string, object: SyncObject): string =>
  `${base}/v1/Services/${object.serviceSid}/${COLLECTION[object.kind]}/${object.sid}`;

export function objectShape(base: string, object: SyncObject) {
  const url = objectUrl(base, object);
  const common = {
    sid: object.sid,
    unique_name: object.uniqueName,
    account_sid: ACCOUNT_SID,
    service_sid: object.serviceSid,
    url,
    date_expires: orNull(object.dateExpires),
    date_created: restDate(object.dateCreated),
    date_updated: restDate(object.dateUpdated),
    created_by: object.createdBy,
  };
  const revision = String(object.revision);
  switch (object.kind) {
    case "document":
      return { ...common, links: { permissions: `${url}/Permissions` }, revision, data: object.data };
    case "map":
      return { ...common, links: { items: `${url}/Items`, permissions: `${url}/Permissions` }, revision };
    case "stream":
      return { ...common, links: { messages: `${url}/Messages` } };
  }
}

export function itemShape(base: string, map: SyncMap, item: MapItem) {
  return {
    key: item.key,
    account_sid: ACCOUNT_SID,
    service_sid: map.serviceSid,
    map_sid: map.sid,
    url: `${objectUrl(base, map)}/Items/${encodeURIComponent(item.key)}`,
    revision: String(item.revision),
    data: item.data,
    date_expires: orNull(item.dateExpires),
    date_created: restDate(item.dateCreated),
    date_updated: restDate(item.dateUpdated),
    created_by: item.createdBy,
  };
}

export function permissionShape(base: string, object: SyncObject, identity: string, permission: Permission) {
  return {
    account_sid: ACCOUNT_SID,
    service_sid: object.serviceSid,
    [`${object.kind}_sid`]: object.sid,
    identity,
    ...permission,
    url: `${objectUrl(base, object)}/Permissions/${encodeURIComponent(identity)}`,
  };
}
