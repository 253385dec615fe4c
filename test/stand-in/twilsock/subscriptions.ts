/** The subscribers of each object. */
import { demand, isAllowed } from "../sync/permissions";
import { problemBody, PROBLEMS, SyncProblem } from "../sync/problem";
import type { Store } from "../sync/store";
import type { SyncSession } from "../sync/sync";
import type { Json, JsonObject, ObjectKind, SyncEvent } from "../sync/types";
import { fieldsOf, textOf } from "./body";
import { type EventProtocol, eventProtocolOf, liveFrame, outcomeFrame, replayFrame } from "./events";
import type { UpstreamRequest, UpstreamResponse } from "./upstream";

const MAX_SUBSCRIPTIONS = 2_000;
const SUBSCRIPTION_BATCH = 100;
/** A client without an answer for this long retries, ms. */
const ESTIMATED_DELIVERY_MS = 5_000;

/** A connection that gets events. */
export interface Subscriber {
  readonly session: SyncSession;
  /** Its subscriptions by SID, each with the requested version of the protocol. */
  readonly objects: Map<string, EventProtocol>;
  send(frame: Buffer): void;
}

/** The options of one subscription request for its answers. */
interface Asked {
  readonly correlation: number;
  readonly protocol: EventProtocol;
}

export class Subscriptions {
  readonly #subscribers = new Map<string, Set<Subscriber>>();
  readonly #store: Store;
  #waiting: SyncEvent[] = [];

  constructor(
    store: Store,
    readonly estimatedDeliveryMs = ESTIMATED_DELIVERY_MS,
  ) {
    this.#store = store;
    store.onEvent((event) => {
      // Sent after the reply to the writer: a client with its reply recognizes the event as its own.
      if (this.#waiting.push(event) === 1) queueMicrotask(() => this.flush());
    });
  }

  subscribersOf(objectSid: string): number {
    return this.#subscribers.get(objectSid)?.size ?? 0;
  }

  flush(): void {
    const events = this.#waiting;
    this.#waiting = [];
    for (const event of events) this.#broadcast(event);
  }

  leave(subscriber: Subscriber): void {
    for (const sid of [...subscriber.objects.keys()]) this.#remove(subscriber, sid);
  }

  /**
   * Answers `POST /v4/Subscriptions`.
   * @param reply sends the reply, which must precede the events that it announces
   */
  handle(
    subscriber: Subscriber,
    request: UpstreamRequest,
    reply: (response: UpstreamResponse) => void,
  ): void {
    const body = fieldsOf(request.body);
    const protocol = eventProtocolOf(body["event_protocol_version"]);
    if (protocol === null) {
      reply({ status: 400, body: problemBody(400, 20001, "Unknown event_protocol_version") });
      return;
    }
    // Waiting events are in the journals already: sending them later would repeat them.
    this.flush();
    const correlation = Number(body["correlation_id"]);
    const wanted = Array.isArray(body["requests"]) ? (body["requests"] as readonly Json[]).map(fieldsOf) : [];
    reply({
      status: 200,
      body: {
        max_batch_size: SUBSCRIPTION_BATCH,
        ttl_in_s: -1,
        estimated_delivery_in_ms: this.estimatedDeliveryMs,
      },
    });
    for (const one of wanted) {
      if (body["action"] === "cancel") this.#cancel(subscriber, one, { correlation, protocol });
      else this.#establish(subscriber, one, { correlation, protocol });
    }
  }

  #establish(subscriber: Subscriber, wanted: JsonObject, options: Asked): void {
    const { correlation, protocol } = options;
    const sid = textOf(wanted["object_sid"]);
    const kind = textOf(wanted["object_type"]);
    try {
      if (kind !== "document" && kind !== "map" && kind !== "stream") throw new SyncProblem("notFound");
      const last = this.#replay(subscriber, sid, kind, wanted["last_event_id"], options);
      subscriber.send(
        outcomeFrame("subscription_established", correlation, protocol, {
          object_sid: sid,
          object_type: kind,
          replay_status: "completed",
          last_event_id: last,
        }),
      );
    } catch (error) {
      if (!(error instanceof SyncProblem)) throw error;
      const { status, code, message } = error;
      const failed = { object_sid: sid, object_type: kind, error: { status, code, message } };
      subscriber.send(outcomeFrame("subscription_failed", correlation, protocol, failed));
    }
  }

  /** @returns the newest event id */
  #replay(
    subscriber: Subscriber,
    sid: string,
    kind: ObjectKind,
    since: Json | undefined,
    { correlation, protocol }: Asked,
  ): number | null {
    const object = this.#store.find(subscriber.session.service, kind, sid);
    demand(this.#store, subscriber.session.caller, object, "read");
    if (subscriber.objects.size >= MAX_SUBSCRIPTIONS) {
      throw new SyncProblem("tooManySubscriptions", PROBLEMS.tooManySubscriptions.message);
    }
    subscriber.objects.set(sid, protocol);
    let all = this.#subscribers.get(sid);
    if (all === undefined) this.#subscribers.set(sid, (all = new Set()));
    all.add(subscriber);
    if (kind === "stream") return null;
    if (typeof since === "number") {
      for (const event of object.journal.after(since)) {
        subscriber.send(replayFrame(event, correlation, protocol));
      }
    }
    return object.lastEventId;
  }

  #cancel(subscriber: Subscriber, wanted: JsonObject, { correlation, protocol }: Asked): void {
    const sid = textOf(wanted["object_sid"]);
    this.#remove(subscriber, sid);
    const event = { object_sid: sid, object_type: wanted["object_type"] ?? null };
    subscriber.send(outcomeFrame("subscription_canceled", correlation, protocol, event));
  }

  #remove(subscriber: Subscriber, sid: string): void {
    subscriber.objects.delete(sid);
    const all = this.#subscribers.get(sid);
    all?.delete(subscriber);
    if (all?.size === 0) this.#subscribers.delete(sid);
  }

  #broadcast(event: SyncEvent): void {
    const subscribers = this.#subscribers.get(event.objectSid);
    if (subscribers === undefined) return;
    // Encoded once for each version, whatever the number of subscribers.
    const frames = new Map<EventProtocol, Buffer>();
    const frameFor = (protocol: EventProtocol): Buffer => {
      const frame = frames.get(protocol) ?? liveFrame(event, protocol);
      frames.set(protocol, frame);
      return frame;
    };
    const object = this.#store.objects.get(event.objectSid);
    for (const subscriber of subscribers) {
      // Removing a permission stops the events too; a removed object has no permissions left to check.
      if (object === undefined || isAllowed(this.#store, subscriber.session.caller, object, "read")) {
        const protocol = subscriber.objects.get(event.objectSid);
        if (protocol !== undefined) subscriber.send(frameFor(protocol));
      }
    }
    if (object === undefined)
      for (const subscriber of [...subscribers]) this.#remove(subscriber, event.objectSid);
  }
}
