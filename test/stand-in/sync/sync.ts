import { Limits } from "./limits";
import * as documents from "./documents";
import * as items from "./items";
import * as objects from "./objects";
import type { PageSizes } from "./page-sizes";
import { listItems, type Page, type PageQuery } from "./paging";
import * as permissions from "./permissions";
import * as services from "./services";
import { sweep } from "./expiry";
import { Store } from "./store";
import type { IfMatch } from "./check";
import type { Caller, Json, MapItem, ObjectKind, Permission, Service, SyncEvent } from "./types";

/** Sync's semantics: no I/O, and time only from the given clock (ms since the epoch). */
export class Sync {
  readonly limits: Limits;
  readonly store: Store;

  constructor(options: {
    readonly now: () => number;
    readonly limits?: boolean;
    readonly pageSizes?: PageSizes | undefined;
  }) {
    this.limits = new Limits(options.now, options.limits ?? true);
    this.store = new Store(options.now, this.limits, options.pageSizes);
  }

  createService(options: services.NewService = {}): Service {
    return services.createService(this.store, options);
  }
  service(id: string): Service {
    return services.findService(this.store, id);
  }
  updateService(id: string, settings: services.NewService): Service {
    return services.updateService(this.store, id, settings);
  }
  removeService(id: string): void {
    services.removeService(this.store, id);
  }
  listServices(): Service[] {
    return [...this.store.services.values()];
  }

  /** Removes expired objects and items. */
  sweep(latenessMs = 0): void {
    sweep(this.store, latenessMs);
  }

  onEvent(listener: (event: SyncEvent) => void): () => void {
    return this.store.onEvent(listener);
  }
  onChange(listener: () => void): () => void {
    return this.store.onChange(listener);
  }

  /** The operations of one caller on one service. */
  as(caller: Caller, service: string): SyncSession {
    return new SyncSession(this.store, caller, services.findService(this.store, service).sid);
  }
}

/** The operations; each throws a SyncProblem where Sync would refuse. Arguments name objects by SID or unique name. */
export class SyncSession {
  constructor(
    readonly store: Store,
    readonly caller: Caller,
    readonly service: string,
  ) {}

  createMap(options: objects.NewObject) {
    return objects.createMap(this.store, this.service, this.caller, options);
  }
  createDocument(options: objects.NewObject & { readonly data?: Json | undefined }) {
    return objects.createDocument(this.store, this.service, this.caller, options);
  }
  createStream(options: objects.NewObject) {
    return objects.createStream(this.store, this.service, this.caller, options);
  }
  fetch<K extends ObjectKind>(kind: K, id: string) {
    return objects.fetchObject(this.store, this.service, this.caller, kind, id);
  }
  list<K extends ObjectKind>(kind: K) {
    return this.store.list(this.service, kind);
  }
  setTtl<K extends ObjectKind>(kind: K, id: string, ttl: number) {
    return objects.setObjectTtl(this.store, this.service, this.caller, kind, id, ttl);
  }
  remove(kind: ObjectKind, id: string): void {
    objects.removeObject(this.store, this.service, this.caller, kind, id);
  }

  updateDocument(id: string, change: documents.Change) {
    return documents.updateDocument(this.store, this.service, this.caller, id, change);
  }
  publish(stream: string, data: Json | undefined) {
    return documents.publishMessage(this.store, this.service, this.caller, stream, data);
  }

  fetchItem(map: string, key: string): MapItem {
    return items.fetchItem(this.#target(map, key));
  }
  createItem(map: string, key: string, change: items.ItemChange): MapItem {
    return items.createItem(this.#target(map, key), change);
  }
  updateItem(map: string, key: string, change: items.ItemChange): MapItem {
    return items.updateItem(this.#target(map, key), change);
  }
  putItem(map: string, key: string, change: items.ItemChange) {
    return items.putItem(this.#target(map, key), change);
  }
  removeItem(map: string, key: string, ifMatch?: IfMatch) {
    return items.removeItem(this.#target(map, key), ifMatch);
  }
  listItems(map: string, query: PageQuery = {}): Page<MapItem> {
    return listItems(this.store, this.service, this.caller, map, query);
  }

  setPermission(kind: ObjectKind, id: string, identity: string, to: Permission): Permission {
    return permissions.setPermission(this.store, this.store.find(this.service, kind, id), identity, to);
  }
  fetchPermission(kind: ObjectKind, id: string, identity: string): Permission {
    return permissions.fetchPermission(this.store, this.store.find(this.service, kind, id), identity);
  }
  removePermission(kind: ObjectKind, id: string, identity: string): void {
    permissions.removePermission(this.store, this.store.find(this.service, kind, id), identity);
  }
  permissions(kind: ObjectKind, id: string): ReadonlyMap<string, Permission> {
    return this.store.find(this.service, kind, id).permissions;
  }

  #target(map: string, key: string): items.ItemTarget {
    return { store: this.store, service: this.service, caller: this.caller, map, key };
  }
}
