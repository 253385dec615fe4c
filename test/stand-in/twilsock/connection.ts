import { randomUUID } from "node:crypto";
import type { RawData, WebSocket } from "ws";
import type { FlexUser } from "../tokens/flex-tokens";
import type { SyncGrant } from "../tokens/sync-tokens";
import type { SyncSession } from "../sync/sync";
import { problemBody } from "../sync/problem";
import { SlidingWindow } from "../sync/sliding-window";
import { cds } from "./cds";
import { messageId } from "./events";
import { decodeFrame, encodeFrame, type Frame, type Header } from "./frames";
import type { Hub } from "./hub";
import { initReply, type Admission } from "./init";
import type { Subscriber } from "./subscriptions";
import { statusOf, upstreamOf, type UpstreamRequest, type UpstreamResponse } from "./upstream";

/** https://www.twilio.com/docs/sync/limits */
export const REQUESTS_PER_SECOND = 500;

/** What a connection's token allows. */
export type Access =
  | { readonly kind: "sync"; readonly grant: SyncGrant; readonly subscriber: Subscriber }
  | { readonly kind: "flex"; readonly user: FlexUser; readonly token: string };

/** One client's socket: it says who it is, then sends requests and gets events. */
export class Connection {
  readonly id = randomUUID();
  access: Access | null = null;
  /** Whether it was told that its token is about to expire. */
  warned = false;
  readonly #requests = new SlidingWindow(1000, REQUESTS_PER_SECOND);

  constructor(
    readonly hub: Hub,
    readonly socket: WebSocket,
  ) {
    socket.on("message", (data: RawData) => this.#receive(toBuffer(data)));
    socket.on("close", () => hub.forget(this));
    // An error is always followed by a close.
    socket.on("error", () => undefined);
  }

  get identity(): string | null {
    if (this.access === null) return null;
    return this.access.kind === "sync" ? this.access.grant.identity : this.access.user.identity;
  }

  get expiresAt(): number | null {
    if (this.access === null) return null;
    return this.access.kind === "sync" ? this.access.grant.expiresAt : this.access.user.expiresAt;
  }

  send(header: Header, payload?: unknown): void {
    this.sendFrame(encodeFrame(header, payload === undefined ? undefined : JSON.stringify(payload)));
  }

  sendFrame(frame: Buffer): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(frame);
  }

  /** Closes as Twilsock does: a frame that says why, then the socket. */
  close(code: number, status: string, errorCode: number): void {
    this.send({ method: "close", id: messageId(), status: { code, status, errorCode } });
    this.socket.close();
  }

  /** Sends a notification to a Flex client. */
  notify(messageType: string, payload: unknown): void {
    this.send({ method: "notification", id: messageId(), message_type: messageType }, payload);
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
        this.#message(frame);
        return;
      case "ping":
        this.send({ method: "reply", id: frame.header.id, status: statusOf(200) });
        return;
      case "close":
        this.socket.close();
        return;
      default:
      // Acknowledgements and telemetry need no answer.
    }
  }

  #init({ header }: Frame): void {
    const token = String(header["token"]);
    const admission = this.hub.admit(token);
    if (!admission.ok) {
      this.#refuse(header.id, admission);
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
    const said = { ...statusOf(status), description: reason, errorCode: code };
    this.send(
      { method: "reply", id, status: said },
      status === 429 ? { backoff_policy: { reconnect_min_ms: 1000 } } : undefined,
    );
  }

  #message(frame: Frame): void {
    const { access } = this;
    if (access === null) {
      this.close(401, "UNAUTHORIZED", 20101);
      return;
    }
    const request = upstreamOf(frame);
    const { delayMs, action } = this.hub.faults.take({
      transport: "twilsock",
      method: request.method,
      host: request.host,
      path: request.path,
      identity: this.identity ?? "",
    });
    const go = (): void => {
      if (action?.do === "refuse") this.socket.terminate();
      else if (action?.do === "answer") {
        const { status, code = 0, message = "Ordered by a test" } = action;
        const headers: Record<string, string> =
          action.retryAfterSeconds === undefined ? {} : { "Retry-After": String(action.retryAfterSeconds) };
        this.#reply(frame, { status, headers, body: problemBody(status, code, message) });
      } else this.#answer(access, frame, request, action !== null);
    };
    if (delayMs > 0) setTimeout(go, delayMs);
    else go();
  }

  /** @param loseReply does what is asked, but the connection goes before the reply */
  #answer(access: Access, frame: Frame, request: UpstreamRequest, loseReply: boolean): void {
    const reply = (response: UpstreamResponse): void => {
      if (loseReply) this.socket.terminate();
      else this.#reply(frame, response);
    };
    const limited = this.hub.isLimited(this.#requests);
    if (limited !== null) reply(limited);
    else if (access.kind === "flex") void this.hub.askFlex(request, this).then(reply);
    else if (request.path === "/v4/Subscriptions") {
      this.hub.subscriptions.handle(access.subscriber, request, reply);
    } else reply(cds(access.subscriber.session, request));
  }

  #reply({ header }: Frame, { status, headers, body }: UpstreamResponse): void {
    const reply = {
      method: "reply",
      id: header.id,
      status: statusOf(200),
      http_status: statusOf(status),
      http_headers: headers ?? {},
    };
    this.send(reply, body);
  }
}

export const subscriberFor = (
  connection: Connection,
  session: SyncSession,
  objects: Set<string>,
): Subscriber => ({
  session,
  objects,
  send: (frame) => connection.sendFrame(frame),
});

function toBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
