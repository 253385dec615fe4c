import { SyncProblem } from "./problem";
import { newSid, type Store } from "./store";
import type { Service, ServiceSettings } from "./types";

const DEFAULTS: ServiceSettings = {
  friendlyName: null,
  webhookUrl: null,
  webhooksFromRestEnabled: false,
  reachabilityWebhooksEnabled: false,
  reachabilityDebouncingEnabled: false,
  reachabilityDebouncingWindow: 5000,
  aclEnabled: false,
};

export interface NewService extends Partial<ServiceSettings> {
  readonly sid?: string;
  readonly uniqueName?: string | null;
}

export function createService(store: Store, { sid, uniqueName, ...settings }: NewService): Service {
  const now = store.now();
  const service: Service = {
    sid: sid ?? newSid("IS"),
    uniqueName: uniqueName ?? null,
    settings: { ...DEFAULTS, ...settings },
    dateCreated: now,
    dateUpdated: now,
  };
  store.services.set(service.sid, service);
  store.changed();
  return service;
}

/** @param id a SID or a unique name; `default` finds the account's default service */
export function findService(store: Store, id: string): Service {
  const service = store.services.get(id) ?? [...store.services.values()].find((one) => one.uniqueName === id);
  if (service === undefined) throw new SyncProblem("serviceNotFound");
  return service;
}

export function updateService(store: Store, id: string, settings: Partial<ServiceSettings>): Service {
  const service = findService(store, id);
  Object.assign(service.settings, settings);
  service.dateUpdated = store.now();
  store.changed();
  return service;
}

export function removeService(store: Store, id: string): void {
  const { sid } = findService(store, id);
  for (const object of [...store.objects.values()]) if (object.serviceSid === sid) store.drop(object);
  store.services.delete(sid);
  store.changed();
}
