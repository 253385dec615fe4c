import * as http from "node:http";
import * as https from "node:https";

export interface HttpRequest {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Timeout in ms for the whole exchange, including the last byte of the answer. */
  readonly timeout: number;
  /** Called each time the request is sent, as a chance to work while the answer is pending. */
  readonly onSent?: (() => void) | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** Larger than any page of 100 items of 16 KiB. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** Keeps sockets open between calls, because a TLS handshake costs more than a read. */
const secure = new https.Agent({ keepAlive: true, maxSockets: 32 });
const plain = new http.Agent({ keepAlive: true, maxSockets: 32 });

/**
 * Whether a connection that was kept open broke before an answer, as when the other side closed it while the function's
 * instance was paused. https://nodejs.org/docs/latest-v22.x/api/http.html#requestreusedsocket
 */
const wasKeptAndBroke = (
  call: http.ClientRequest,
  { code }: NodeJS.ErrnoException,
  answer: unknown,
): boolean => answer === null && call.reusedSocket && (code === "ECONNRESET" || code === "EPIPE");

/**
 * One HTTP exchange. Rejects without a complete answer in time: refused, truncated, slow or too large. Repeats the
 * request on another connection if one that was kept open broke before an answer. The other side may have processed it
 * then, so a request must be safe to repeat.
 */
export function send(request: HttpRequest): Promise<HttpAnswer> {
  const { method, url, user, password, headers = {}, body, timeout, onSent } = request;
  const tls = url.startsWith("https:");
  const begun = performance.now();
  let received: http.IncomingMessage | null = null;
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
    call.on("error", (error) => {
      if (!wasKeptAndBroke(call, error, received)) end(error);
      else {
        clearTimeout(timer);
        resolve(send({ ...request, timeout: timeout - (performance.now() - begun) }));
      }
    });
    call.on("response", (answer) => {
      received = answer;
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
        // Buffered data is written on the connect event, so the request is sent one tick later.
        if (socket.connecting) socket.once(event, () => setImmediate(onSent));
        else setImmediate(onSent);
      });
    }
    call.end(body);
  });
}
