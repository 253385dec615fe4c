import * as http from "node:http";
import * as https from "node:https";

export interface HttpRequest {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** ms for the whole exchange, the answer's last byte included. */
  readonly timeout: number;
  /** Called when the request has left, and nothing is to do until its answer comes. */
  readonly onSent?: (() => void) | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** More than any page of 100 items of 16 KiB. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** Sockets stay open between calls: a TLS handshake costs more than the read. */
const secure = new https.Agent({ keepAlive: true, maxSockets: 32 });
const plain = new http.Agent({ keepAlive: true, maxSockets: 32 });

/** One HTTP exchange. Rejects when there is no whole answer in time: refused, cut half-way, slow, too large. */
export function send(request: HttpRequest): Promise<HttpAnswer> {
  const { method, url, user, password, headers = {}, body, timeout, onSent } = request;
  const tls = url.startsWith("https:");
  return new Promise((resolve, reject) => {
    const call = (tls ? https : http).request(url, {
      method,
      agent: tls ? secure : plain,
      headers: {
        Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
        Accept: "application/json",
        ...headers,
        ...(body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
      },
    });
    const stop = (why: string) => {
      call.destroy(new Error(why));
    };
    const timer = setTimeout(stop, timeout, `no answer within ${Math.round(timeout)} ms`);
    const end = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    call.on("error", end);
    call.on("response", (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > MAX_ANSWER_BYTES) stop("the answer is too large");
      });
      answer.on("error", end);
      answer.on("aborted", () => end(new Error("the answer was cut off")));
      answer.on("end", () => {
        clearTimeout(timer);
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        });
      });
    });
    if (onSent !== undefined) {
      call.once("socket", (socket) => {
        const event = tls ? "secureConnect" : "connect";
        // What was kept back until then is written when the event is told; a moment later it has left.
        if (socket.connecting) socket.once(event, () => setImmediate(onSent));
        else setImmediate(onSent);
      });
    }
    call.end(body);
  });
}
