import { randomBytes } from "node:crypto";
import type { Limits } from "./limits";
import { Journal } from "./journal";
import { DOCUMENTED_SIZES, type PageSizes } from "./page-sizes";
import { SyncProblem, type ProblemName } from "./problem";
import type { Caller, JsonObject, EventType, ObjectKind, Service, SyncEvent, SyncObject } from "./types";

const SID_PREFIX: Record<ObjectKind, string> = { document: "ET", map: "MP", stream: "TO" };
const NOT_FOUND: Record<ObjectKind, ProblemName> = {
  document: "documentNotFound",
  map: "mapNotFound",
  stream: "streamNotFound",
};

export const newSid = (prefix: string): string => prefix + randomBytes(16).toString("hex");
/** Event dates include milliseconds. */
export const isoDate = (at: number): string => new Date(at).toISOString();
/** Twilio names a backend `system`. */
export const creator = (caller: Caller): string => (caller.type === "backend" ? "system" : caller.identity);
const nameKey = (service: string, kind: ObjectKind, name: string): string => `${service}/${kind}/${name}`;

/** The shared state of the operations: objects, subscribers, clock and limits. */
export class Store {
  readonly services = new Map<string, Service>();
  /** By SID, in the order of creation. */
  readonly objects = new Map<string, SyncObject>();
  readonly #byName = new Map<string, SyncObject>();
  /** Objects, and maps with items, that can expire. */
  readonly expiring = new Set<SyncObject>();
  readonly #listeners = new Set<(event: SyncEvent) => void>();
  readonly #changes = new Set<() => void>();

  constructor(
    readonly now: () => number,
    readonly limits: Limits,
    readonly pageSizes: PageSizes = DOCUMENTED_SIZES,
  ) {}

  service(sid: string): Service {
    const service = this.services.get(sid);
    if (service === undefined) throw new SyncProblem("serviceNotFound");
    return service;
  }

  /** @param id a SID or a unique name */
  find<K extends ObjectKind>(service: string, kind: K, id: string): Extract<SyncObject, { kind: K }> {
    const object = this.objects.get(id) ?? this.#byName.get(nameKey(service, kind, id));
    if (object === undefined || object.serviceSid !== service || object.kind !== kind) {
      throw new SyncProblem(NOT_FOUND[kind]);
    }
    return object as Extract<SyncObject, { kind: K }>;
  }

  /** Objects of one type in a service, oldest first. */
  list<K extends ObjectKind>(service: string, kind: K): Extract<SyncObject, { kind: K }>[] {
    return [...this.objects.values()].filter(
      (object): object is Extract<SyncObject, { kind: K }> =>
        object.kind === kind && object.serviceSid === service,
    );
  }

  isNameTaken(service: string, kind: ObjectKind, name: string): boolean {
    return this.#byName.has(nameKey(service, kind, name));
  }

  add(object: SyncObject): void {
    this.objects.set(object.sid, object);
    if (object.uniqueName !== null) {
      this.#byName.set(nameKey(object.serviceSid, object.kind, object.uniqueName), object);
    }
    if (object.dateExpires !== null) this.expiring.add(object);
    this.changed();
  }

  drop(object: SyncObject): void {
    this.objects.delete(object.sid);
    this.expiring.delete(object);
    if (object.uniqueName !== null) {
      this.#byName.delete(nameKey(object.serviceSid, object.kind, object.uniqueName));
    }
    this.changed();
  }

  /** The fields of every new object. */
  blank(
    service: string,
    kind: ObjectKind,
    uniqueName: string | null,
    caller: Caller,
    expires: number | null,
  ) {
    const now = this.now();
    return {
      sid: newSid(SID_PREFIX[kind]),
      serviceSid: service,
      uniqueName,
      revision: 0,
      lastEventId: 0,
      dateCreated: now,
      dateUpdated: now,
      dateExpires: expires,
      createdBy: creator(caller),
      permissions: new Map(
        // An identity that creates an object through a client gets every permission on it.
        caller.type === "backend"
          ? []
          : [[caller.identity, { read: true, write: true, manage: true }] as const],
      ),
      journal: new Journal(),
    };
  }

  /** Assigns the next event id of the object, appends the event to the journal and notifies the subscribers. */
  record(object: SyncObject, type: EventType, key: string | null, body: JsonObject): SyncEvent {
    object.lastEventId += 1;
    object.dateUpdated = this.now();
    const event: SyncEvent = {
      type,
      objectSid: object.sid,
      kind: object.kind,
      id: object.lastEventId,
      key,
      body: { id: object.lastEventId, date_created: isoDate(object.dateUpdated), ...body },
    };
    object.journal.add(event);
    this.emit(event);
    return event;
  }

  emit(event: SyncEvent): void {
    for (const listener of this.#listeners) listener(event);
    this.changed();
  }

  /** @returns a function that ends the subscription */
  onEvent(listener: (event: SyncEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called after every change that a restart has to restore. */
  onChange(listener: () => void): () => void {
    this.#changes.add(listener);
    return () => this.#changes.delete(listener);
  }

  changed(): void {
    for (const listener of this.#changes) listener();
  }
}
