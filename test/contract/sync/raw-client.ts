import WebSocket from "ws";
import { decodeFrame, encodeFrame, type Header } from "../../stand-in/twilsock/frames";

export interface RawReply {
  readonly header: Header;
  readonly body: unknown;
}
export interface Status {
  readonly code: number;
  readonly errorCode?: number;
}

/** Twilsock without a library, for cases that libraries do not cover: refusals, high rates, many connections. */
export class RawClient {
  readonly #waiting = new Map<string, (reply: RawReply) => void>();
  #ids = 0;
  /** All messages from the server that are not replies. */
  readonly received: RawReply[] = [];

  private constructor(readonly socket: WebSocket) {
    socket.on("message", (data: Buffer) => {
      const frame = decodeFrame(data);
      if (frame === null) throw new Error("the stand-in sent no frame");
      const { header, payload } = frame;
      const reply = {
        header,
        body: payload.length > 0 ? (JSON.parse(payload.toString()) as unknown) : undefined,
      };
      const waiting = header.method === "reply" ? this.#waiting.get(header.id) : undefined;
      if (waiting === undefined) this.received.push(reply);
      else waiting(reply);
    });
  }

  static async open(url: string): Promise<RawClient> {
    const socket = new WebSocket(url);
    const client = new RawClient(socket);
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    return client;
  }

  /** Sends a frame and waits for its reply. */
  ask(header: Omit<Header, "id">, body?: unknown): Promise<RawReply> {
    const id = `TM${(this.#ids += 1)}`;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      const frame = { ...header, method: String(header["method"]), id };
      this.socket.send(encodeFrame(frame, body === undefined ? undefined : JSON.stringify(body)));
    });
  }

  /**
   * @param product the product named on opening, as Flex's own clients do
   */
  async init(token: string, product?: string): Promise<Status> {
    const registrations = product === undefined ? [] : [{ product, type: "ers", message_types: [] }];
    const { header } = await this.ask({ method: "init", token, registrations });
    return header["status"] as Status;
  }

  /**
   * @returns the HTTP status of the reply, and its body
   */
  async request(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const http_request = { host: "cds.us1.twilio.com", path, method, params: {}, headers: {} };
    const reply = await this.ask({ method: "message", http_request }, body);
    return { status: (reply.header["http_status"] as Status).code, body: reply.body };
  }

  close(): void {
    this.socket.terminate();
  }
}
