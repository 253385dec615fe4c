/**
 * A client of Sync that uses the real protocol over a real socket, and handles lost sockets, refusals and missed
 * events as the SDK does, but stores no items, so thousands fit into one process. The layers above it are the product.
 */
import WebSocket from "ws";
import type {
  ClientListener,
  Connect,
  MapListener,
  SyncConnection,
  Watch,
} from "@schedule-manager/plugin/sync/connection";
import { SyncProblem } from "@schedule-manager/plugin/sync/connection";
import { MAX_PAGE } from "@schedule-manager/shared/sync/layout";
import { decodeFrame, encodeFrame, type Header } from "../../stand-in/twilsock/frames";

/** ms between attempts to reconnect: short at first, and never minutes as in the SDK's default. */
const RETRY = { min: 500, max: 30_000, randomness: 0.5 } as const;

/**
 * The SDK's waits (ms) before it repeats a read that was refused as too much, each up to a fifth longer or shorter; the
 * next one would exceed the 90 s after which it gives up, without the status. Source: `NetworkService` of twilio-sync,
 * and the `Retrier` of @twilio/operation-retrier.
 */
const REFUSED_WAITS = [4000, 8000, 16_000, 32_000];
const REFUSED_RANDOMNESS = 0.2;
/** The interval in which the SDK collects subscriptions, ms. */
const SUBSCRIBE_AFTER = 100;
/** The bytes in which a frame has its type. */
const HEAD = 120;
const MESSAGE_TYPES = ["twilio.sync.event", "com.twilio.rtd.cds.document", "com.twilio.rtd.cds.map"];

export interface LiteWatcher {
  /** A connection or a read was refused as one too many. */
  refused(what: "connection" | "read"): void;
  /** An event arrived. @returns a browser's work on it; null: only the socket is measured */
  event(): ((work: () => void) => void) | null;
}

interface Watched {
  readonly kind: "map" | "document";
  readonly sid: string;
  lastEventId: number;
  changed(event: Readonly<Record<string, unknown>>): void;
  established(): void;
  lost(status: number, code: number): void;
}

interface Reply {
  readonly header: Header;
  readonly payload: Buffer;
}
/** A wait that is up to `randomness` (0 to 1) of it longer or shorter. */
const spread = (wait: number, randomness: number): number =>
  wait * (1 + (Math.random() * 2 - 1) * randomness);
const codeOf = (status: unknown): number => (status as { code?: number } | undefined)?.code ?? 0;

class LiteConnection implements SyncConnection {
  private socket: WebSocket | null = null;
  private readonly waiting = new Map<string, (reply: Reply | null) => void>();
  private readonly objects = new Map<string, Watched>();
  private unsubscribed: string[] = [];
  private ids = 0;
  private attempts = 0;
  private closed = false;
  private isIn = false;
  private pending: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly url: string,
    private token: string,
    private readonly listener: ClientListener,
    private readonly watcher: LiteWatcher,
  ) {
    this.open();
  }

  private open(): void {
    const socket = new WebSocket(this.url, { perMessageDeflate: false });
    this.socket = socket;
    this.listener.state("connecting");
    socket.on("open", () => void this.init());
    socket.on("message", (data: Buffer) => this.receive(data));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.isIn = false;
      for (const settle of this.waiting.values()) settle(null);
      this.waiting.clear();
      if (!this.closed && this.socket === socket) this.again();
    });
  }

  private again(): void {
    const base = Math.min(RETRY.max, RETRY.min * 2 ** this.attempts);
    this.attempts += 1;
    this.listener.state("connecting");
    this.timer = setTimeout(() => this.open(), spread(base, RETRY.randomness));
  }

  private async init(): Promise<void> {
    const registrations = [
      { product: "data_sync", type: "ers", notification_protocol_version: 0, message_types: MESSAGE_TYPES },
    ];
    const reply = await this.send({ method: "init", token: this.token, registrations, capabilities: [] });
    if (reply === null) return;
    const code = codeOf(reply.header["status"]);
    if (code === 200) {
      this.isIn = true;
      this.attempts = 0;
      this.listener.state("connected");
      this.unsubscribed = [...this.objects.keys()];
      this.subscribe();
      const { pending } = this;
      this.pending = [];
      for (const go of pending) go();
    } else if (code === 401 || code === 403) this.listener.state("denied");
    else {
      if (code === 429) this.watcher.refused("connection");
      this.socket?.terminate();
    }
  }

  private send(header: Omit<Header, "id">, body?: unknown): Promise<Reply | null> {
    const id = `TM${(this.ids += 1)}`;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      const frame = { ...header, method: String(header["method"]), id };
      this.socket?.send(encodeFrame(frame, body === undefined ? undefined : JSON.stringify(body)));
    });
  }

  private async request(method: string, path: string, params = {}, body?: unknown): Promise<Buffer> {
    for (let refused = 0; ; refused += 1) {
      if (!this.isIn) await new Promise<void>((go) => this.pending.push(go));
      const http_request = { host: "cds.us1.twilio.com", path, method, params, headers: {} };
      const reply = await this.send({ method: "message", http_request }, body);
      if (reply === null) continue;
      const status = codeOf(reply.header["http_status"]);
      if (status < 300) return reply.payload;
      if (status === 429) this.watcher.refused("read");
      const wait = REFUSED_WAITS[refused];
      if (status !== 429) throw new SyncProblem(status, 0, reply.payload.toString());
      if (wait === undefined) throw new SyncProblem(0, 0, "Maximum attempt time limit reached");
      await new Promise((resolve) => setTimeout(resolve, spread(wait, REFUSED_RANDOMNESS)));
    }
  }

  private receive(data: Buffer): void {
    const isEvent = data.subarray(0, HEAD).includes("notification");
    const run = isEvent ? this.watcher.event() : null;
    if (isEvent && run === null) return;
    const frame = decodeFrame(data);
    if (frame === null) return;
    const { header, payload } = frame;
    if (header.method === "reply") {
      const settle = this.waiting.get(header.id);
      this.waiting.delete(header.id);
      settle?.(frame);
    } else if (header.method === "notification") {
      this.socket?.send(encodeFrame({ method: "reply", id: header.id, status: { code: 200, status: "OK" } }));
      run?.(() => this.notified(JSON.parse(payload.toString()) as Readonly<Record<string, unknown>>));
    }
  }

  private notified(message: Readonly<Record<string, unknown>>): void {
    const type = String(message["event_type"]);
    const events = (message["events"] ?? [message["event"]]) as readonly Readonly<Record<string, unknown>>[];
    for (const event of events) {
      const sid = String(event["object_sid"] ?? event["map_sid"] ?? event["document_sid"]);
      const object = this.objects.get(sid);
      if (object === undefined) continue;
      if (type === "subscription_established") object.established();
      else if (type === "subscription_failed") {
        const { status, code } = event["error"] as { status: number; code: number };
        object.lost(status, code);
      } else {
        const id = Number(event["id"]);
        if (id <= object.lastEventId) continue;
        object.lastEventId = id;
        object.changed({ ...event, type });
      }
    }
  }

  private subscribe(): void {
    if (this.unsubscribed.length === 0 || !this.isIn) return;
    const sids = this.unsubscribed.splice(0, 100);
    const requests = sids.flatMap((object_sid) => {
      const object = this.objects.get(object_sid);
      if (object === undefined) return [];
      return [{ object_sid, object_type: object.kind, last_event_id: object.lastEventId }];
    });
    const body = { event_protocol_version: 4, action: "establish", correlation_id: this.ids, requests };
    void this.send(
      {
        method: "message",
        http_request: {
          host: "cds.us1.twilio.com",
          path: "/v4/Subscriptions",
          method: "POST",
          params: {},
          headers: {},
        },
      },
      body,
    );
    this.subscribe();
  }

  private watch(object: Watched): Watch {
    const { sid } = object;
    this.objects.set(sid, object);
    if (this.unsubscribed.push(sid) === 1) setTimeout(() => this.subscribe(), SUBSCRIBE_AFTER);
    return { close: () => void this.objects.delete(sid) };
  }

  /** As the product with the SDK: opens the map, subscribes to it, and then reads its page. */
  async watchMap(name: string, listener: MapListener): Promise<Watch> {
    const map = objectIn(await this.request("GET", `/v3/Maps/${name}`));
    let isRead = false;
    let subscribed = (): void => undefined;
    const isSubscribed = new Promise<void>((resolve) => (subscribed = resolve));
    const watch = this.watch({
      kind: "map",
      sid: map.sid,
      lastEventId: map.last_event_id,
      changed: (event) => {
        if (event["type"] === "map_item_removed") listener.removed(String(event["item_key"]));
        else
          listener.changed({
            key: String(event["item_key"]),
            data: event["item_data"],
            revision: String(event["item_revision"]),
            updated: Date.parse(String(event["date_created"])),
          });
      },
      established: () => {
        subscribed();
        if (isRead) listener.caughtUp();
      },
      lost: (status, code) => listener.lost({ status, code, message: "" }),
    });
    await isSubscribed;
    try {
      // Ignores its items: the catalogues of thousands of browsers do not fit into one process.
      await this.request("GET", `/v3/Maps/${map.sid}/Items`, { PageSize: MAX_PAGE });
    } catch (error) {
      watch.close();
      throw error;
    }
    isRead = true;
    listener.reset([]);
    listener.caughtUp();
    return watch;
  }

  async watchDocument(
    name: string,
    listener: Parameters<SyncConnection["watchDocument"]>[1],
  ): Promise<Watch> {
    const { sid, last_event_id, data, revision } = objectIn(
      await this.request("GET", `/v3/Documents/${name}`),
    );
    listener.changed({ data, revision });
    return this.watch({
      kind: "document",
      sid,
      lastEventId: last_event_id,
      changed: (event) =>
        listener.changed({ data: event["document_data"], revision: String(event["document_revision"]) }),
      established: () => undefined,
      lost: (status, code) => listener.lost({ status, code, message: "" }),
    });
  }

  /** Agents neither page nor write. */
  listItems(): Promise<never> {
    return Promise.reject(new SyncProblem(403, 54007, "not for agents"));
  }

  changeItem(): Promise<never> {
    return Promise.reject(new SyncProblem(403, 54007, "not for agents"));
  }

  async updateToken(token: string): Promise<void> {
    this.token = token;
    const reply = await this.send({ method: "update", token });
    if (reply !== null && codeOf(reply.header["status"]) !== 200)
      throw new SyncProblem(401, 20101, "refused");
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.socket?.terminate();
    this.objects.clear();
  }
}

const objectIn = (payload: Buffer) =>
  JSON.parse(payload.toString()) as {
    readonly sid: string;
    readonly revision: string;
    readonly last_event_id: number;
    readonly data: unknown;
  };

export const liteSync =
  (url: string, watcher: LiteWatcher): Connect =>
  (token, listener) =>
    new LiteConnection(url, token, listener, watcher);
