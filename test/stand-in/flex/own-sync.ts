/**
 * Sync as Flex itself uses it, separate from the product's: a person's conversations, statistics, and live queries
 * about workers and tasks. The data file omits it, and it has no limits.
 */
import { CONVERSATIONS_SERVICE_SID } from "./ids";
import { Sync, type SyncSession } from "../sync/sync";
import { BACKEND, type JsonObject } from "../sync/types";
import { fieldsOf, textOf } from "../twilsock/body";
import { cds } from "../twilsock/cds";
import type { Connection } from "../twilsock/connection";
import { eventProtocolOf, outcomeFrame } from "../twilsock/events";
import { problemBody } from "../sync/problem";
import type { UpstreamRequest, UpstreamResponse } from "../twilsock/upstream";

/** The rows of a live query, by key. */
export type LiveRows = (index: string, query: string) => Readonly<Record<string, unknown>>;

const DELIVERY_MS = 5_000;

export class OwnSync {
  readonly #session: SyncSession;

  constructor(
    now: () => number,
    private readonly rows: LiveRows,
  ) {
    const sync = new Sync({ now, limits: false });
    sync.createService({ sid: CONVERSATIONS_SERVICE_SID, friendlyName: "Flex" });
    this.#session = sync.as(BACKEND, CONVERSATIONS_SERVICE_SID);
  }

  /** Creates a map with these items, unless the name exists. */
  ensureMap(uniqueName: string, items: Readonly<Record<string, JsonObject>> = {}): void {
    try {
      this.#session.createMap({ uniqueName });
    } catch {
      return;
    }
    for (const [key, data] of Object.entries(items)) this.#session.createItem(uniqueName, key, { data });
  }

  answer(request: UpstreamRequest, connection: Connection): UpstreamResponse {
    const index = /^\/v3\/Insights\/([^/]+)\/Items$/.exec(request.path)?.[1];
    if (index !== undefined) return this.#query(index, textOf(fieldsOf(request.body)["query_string"]));
    if (/^\/v\d\/Subscriptions$/.test(request.path)) return subscribe(request, connection);
    return cds(this.#session, request);
  }

  #query(index: string, query: string): UpstreamResponse {
    const items = Object.entries(this.rows(index, query)).map(([key, data]) => ({ key, data, revision: 0 }));
    const query_id = `LQ${Buffer.from(`${index} ${query}`).toString("hex")}`;
    return { status: 200, body: { query_id, last_event_id: 0, items } };
  }
}

/** Every subscription succeeds and delivers no event: the objects that Flex follows here do not change. */
function subscribe(request: UpstreamRequest, connection: Connection): UpstreamResponse {
  const body = fieldsOf(request.body);
  const protocol = eventProtocolOf(body["event_protocol_version"]);
  if (protocol === null) {
    return { status: 400, body: problemBody(400, 20001, "Unknown event_protocol_version") };
  }
  const wanted = Array.isArray(body["requests"]) ? body["requests"].map(fieldsOf) : [];
  const established = body["action"] === "establish";
  const outcome = established ? "subscription_established" : "subscription_canceled";
  const correlation = Number(body["correlation_id"]);
  setImmediate(() => {
    for (const { object_sid, object_type, last_event_id } of wanted) {
      const replayed = established
        ? { replay_status: "completed", last_event_id: last_event_id ?? null }
        : {};
      const event = { object_sid, object_type, ...replayed };
      connection.sendFrame(outcomeFrame(outcome, correlation, protocol, event));
    }
  });
  return { status: 200, body: { max_batch_size: 100, ttl_in_s: -1, estimated_delivery_in_ms: DELIVERY_MS } };
}
