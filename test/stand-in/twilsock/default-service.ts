/**
 * The account's default Sync service, which a Flex token can read and write. Requests for other objects, and for new
 * ones, go to the next handler for Flex's own clients.
 */
import { DEFAULT_SYNC_SERVICE_SID } from "../dev-account";
import type { Sync } from "../sync/sync";
import { fieldsOf, textOf } from "./body";
import { cds } from "./cds";
import type { Connection } from "./connection";
import type { Subscriber, Subscriptions } from "./subscriptions";
import type { UpstreamRequest, UpstreamResponse } from "./upstream";

const CDS_HOST = /^cds\.[a-z0-9-]+\.twilio\.com$/;
const CREATION = /^\/v\d\/(Services\/[^/]+\/)?(Documents|Maps|Streams|Lists)$/;
const SUBSCRIPTIONS = /^\/v\d\/Subscriptions$/;

export class DefaultService {
  readonly #subscribers = new WeakMap<Connection, Subscriber>();

  constructor(
    readonly sync: Sync,
    readonly subscriptions: Subscriptions,
  ) {}

  /** @returns null: the request concerns no object of this service */
  answer(request: UpstreamRequest, connection: Connection): UpstreamResponse | null {
    if (!CDS_HOST.test(request.host)) return null;
    const subscriber = this.#subscriberOf(connection);
    if (SUBSCRIPTIONS.test(request.path)) return this.#subscribe(subscriber, request);
    if (CREATION.test(request.path)) return null;
    const response = cds(subscriber.session, request);
    return response.status === 404 ? null : response;
  }

  forget(connection: Connection): void {
    const subscriber = this.#subscribers.get(connection);
    if (subscriber !== undefined) this.subscriptions.leave(subscriber);
  }

  /** Answers for its own objects; a batch with any other object goes to the next handler. */
  #subscribe(subscriber: Subscriber, request: UpstreamRequest): UpstreamResponse | null {
    const { requests } = fieldsOf(request.body);
    const wanted = Array.isArray(requests) ? requests.map(fieldsOf) : [];
    const isHere = (sid: string): boolean =>
      this.sync.store.objects.get(sid)?.serviceSid === DEFAULT_SYNC_SERVICE_SID;
    if (wanted.length === 0 || !wanted.every(({ object_sid }) => isHere(textOf(object_sid)))) return null;
    let reply: UpstreamResponse | null = null;
    this.subscriptions.handle(subscriber, request, (response) => (reply = response));
    return reply;
  }

  #subscriberOf(connection: Connection): Subscriber {
    const known = this.#subscribers.get(connection);
    if (known !== undefined) return known;
    const caller = { type: "identity", identity: connection.identity ?? "" } as const;
    const session = this.sync.as(caller, DEFAULT_SYNC_SERVICE_SID);
    const made: Subscriber = {
      session,
      objects: new Map(),
      // The events of a subscription follow the reply to it.
      send: (frame) => void setImmediate(() => connection.sendFrame(frame)),
    };
    this.#subscribers.set(connection, made);
    return made;
  }
}
