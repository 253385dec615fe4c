import type { RawData, WebSocket } from "ws";
import type { FlexUser } from "../tokens/flex-tokens";
import type { SyncGrant } from "../tokens/sync-tokens";
import type { SyncSession } from "../sync/sync";
import { SlidingWindow } from "../sync/sliding-window";
import { messageId } from "./events";
import { exchange } from "./exchange";
import { decodeFrame, encodeFrame, type Frame, type Header } from "./frames";
import type { Hub } from "./hub";
import { initReply, productsOf, type Admission } from "./init";
import type { Subscriber } from "./subscriptions";
import { statusOf } from "./upstream";

/** https://www.twilio.com/docs/sync/limits */
const REQUESTS_PER_SECOND = 500;

/** The permissions of a connection's token. */
export type Access =
  | { readonly type: "sync"; readonly grant: SyncGrant; readonly subscriber: Subscriber }
  | { readonly type: "flex"; readonly user: FlexUser; readonly token: string };

/** One client's socket: the client sends its token first, then requests, and receives events. */
export class Connection {
  access: Access | null = null;
  /** Whether the client received the warning that its token is about to expire. */
  warned = false;
  /** The purposes of the connection, as its registrations name them: `data_sync`, `flex_insights` and others. */
  products: readonly string[] = [];
  #sending: Promise<void> = Promise.resolve();
  readonly requests = new SlidingWindow(1000, REQUESTS_PER_SECOND);

  constructor(
    readonly hub: Hub,
    readonly socket: WebSocket,
  ) {
    socket.on("message", (data: RawData) => this.#receive(toBuffer(data)));
    socket.on("close", () => hub.forget(this));
    // A close always follows an error.
    socket.on("error", () => undefined);
  }

  get identity(): string | null {
    if (this.access === null) return null;
    return this.access.type === "sync" ? this.access.grant.identity : this.access.user.identity;
  }

  get expiresAt(): number | null {
    if (this.access === null) return null;
    return this.access.type === "sync" ? this.access.grant.expiresAt : this.access.user.expiresAt;
  }

  send(header: Header, payload?: unknown): void {
    this.sendFrame(encodeFrame(header, payload === undefined ? undefined : JSON.stringify(payload)));
  }

  sendFrame(frame: Buffer): void {
    this.#whenSaved(() => {
      if (this.socket.readyState === this.socket.OPEN) this.socket.send(frame);
    });
  }

  /** Replies and events keep their order, and none reports a change that a kill would undo. */
  #whenSaved(work: () => void): void {
    const { saved } = this.hub;
    if (saved === null) work();
    else this.#sending = this.#sending.then(() => saved()).then(work, () => this.socket.terminate());
  }

  /** Closes as Twilsock does: a frame with the reason, then the socket. */
  close(code: number, status: string, errorCode: number): void {
    this.send({ method: "close", id: messageId(), status: { code, status, errorCode } });
    this.#whenSaved(() => this.socket.close());
  }

  #receive(data: Buffer): void {
    const frame = decodeFrame(data);
    if (frame === null) {
      this.close(406, "NOT_ACCEPTABLE", 51115);
      return;
    }
    switch (frame.header.method) {
      case "init":
        this.#init(frame);
        return;
      case "update":
        this.#update(frame.header);
        return;
      case "message":
        exchange(this, frame);
        return;
      case "ping":
        this.send({ method: "reply", id: frame.header.id, status: statusOf(200) });
        return;
      case "close":
        this.socket.close();
        return;
      default:
      // Acknowledgements and telemetry have no answer.
    }
  }

  #init({ header }: Frame): void {
    const token = String(header["token"]);
    this.products = productsOf(header);
    const admission = this.hub.admit(token);
    if (!admission.ok) {
      this.#refuse(header.id, admission);
      return;
    }
    const { identity } = admission;
    const where = { method: "INIT", host: "tsock", path: "/init" };
    const { action } = this.hub.faults.take({ transport: "init", ...where, identity });
    if (action !== null) {
      if (action.do !== "answer") this.socket.terminate();
      else {
        const { status, code = 0, message: reason = "Ordered by a test" } = action;
        this.#refuse(header.id, { ok: false, status, code, reason });
      }
      return;
    }
    this.access = admission.access(this);
    this.send(initReply(header));
  }

  #update(header: Header): void {
    const admission = this.hub.check(String(header["token"]));
    const before = this.identity;
    if (admission.ok && before === admission.identity) {
      this.access = admission.access(this);
      this.warned = false;
      this.send({ method: "reply", id: header.id, status: statusOf(200) });
      return;
    }
    this.#refuse(
      header.id,
      admission.ok ? { ok: false, status: 401, code: 20101, reason: "Token of another identity" } : admission,
    );
  }

  #refuse(id: string, { status, code, reason }: Extract<Admission, { ok: false }>): void {
    const replyStatus = { ...statusOf(status), description: reason, errorCode: code };
    this.send(
      { method: "reply", id, status: replyStatus },
      status === 429 ? { backoff_policy: { reconnect_min_ms: 1000 } } : undefined,
    );
  }
}

export const subscriberFor = (connection: Connection, session: SyncSession): Subscriber => ({
  session,
  objects: new Map(),
  send: (frame) => connection.sendFrame(frame),
});

function toBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
