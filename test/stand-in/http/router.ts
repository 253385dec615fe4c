import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { NO_FAULT, type Faults } from "../faults";
import { problemBody } from "../sync/problem";
import type { HostHandler, HostRequest, HostResponse } from "./host";
import { destroy, isCut, readBody, sendResponse } from "./wire";

/** Accepts the opening of a websocket to a host; false: not handled. */
export type SocketHandler = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  target: { readonly host: string; readonly path: string },
) => boolean;

type Pattern = string | RegExp;
const fits = (pattern: Pattern, host: string): boolean =>
  typeof pattern === "string" ? pattern === host : pattern.test(host);

interface Target {
  readonly host: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The part of the address before the path. */
  readonly mount: string;
}

/** The prefix under which the stand-in's own server serves the hosts. */
const OWN_PREFIX = "/";
const OWN_SOCKET_PREFIX = "/ws/";

const HOST_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** A table of Twilio's hosts, served under `/{host}/…` and, for another server's pages, under any prefix. */
export class Router {
  readonly #http: { pattern: Pattern; handler: HostHandler }[] = [];
  readonly #sockets: { pattern: Pattern; handler: SocketHandler }[] = [];
  /** Hosts whose paths are also served without a host, by their first segments. */
  readonly #bare: { start: string; host: string }[] = [];

  /**
   * @param spared a host that no fault affects: the one that removes faults
   * @param saved a promise that an answer has to wait for; null: none
   */
  constructor(
    readonly faults: Faults,
    readonly spared: string,
    readonly saved: () => Promise<void> | null = () => null,
  ) {}

  /** Calls the handlers of one host in the order of mounting, until one answers. */
  mount(host: Pattern, handler: HostHandler): void {
    this.#http.push({ pattern: host, handler });
  }

  mountSocket(host: Pattern, handler: SocketHandler): void {
    this.#sockets.push({ pattern: host, handler });
  }

  serveBare(start: string, host: string): void {
    this.#bare.push({ start, host });
  }

  /**
   * Answers a request to `{prefix}{host}/…`.
   * @param prefix such as `/` or `/__tw/`
   * @returns false, without any effect, when the address has no known host
   */
  handle(request: IncomingMessage, response: ServerResponse, prefix = OWN_PREFIX): boolean {
    const target = this.#target(request.url ?? "/", prefix, prefix === OWN_PREFIX);
    if (target === null) return false;
    this.#answer(request, response, target).catch((error: unknown) => {
      if (isCut(error)) return;
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`stand-in: ${request.method} ${request.url}: ${message}\n`);
      if (!response.headersSent)
        sendResponse(response, { status: 500, body: problemBody(500, 20500, message) });
    });
    return true;
  }

  /** Opens a websocket to `{prefix}{host}/…`. @returns false when the address has no host with websockets */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, prefix = OWN_SOCKET_PREFIX): boolean {
    const target = this.#target(request.url ?? "/", prefix, prefix === OWN_SOCKET_PREFIX);
    if (target === null) return false;
    const { host, path } = target;
    const handler = this.#sockets.find(({ pattern }) => fits(pattern, host))?.handler;
    if (handler === undefined) return false;
    const { delayMs, action } = this.faults.take({ transport: "socket", method: "GET", host, path });
    const go = (): void => {
      if (action?.do === "answer") {
        socket.end(`HTTP/1.1 ${action.status} Ordered by a test\r\nConnection: close\r\n\r\n`);
      } else if (action !== null || !handler(request, socket, head, { host, path })) socket.destroy();
    };
    if (delayMs > 0) this.faults.later(go, delayMs);
    else go();
    return true;
  }

  #target(url: string, prefix: string, bare: boolean): Target | null {
    const [path = "/", search = ""] = split(url);
    const query = new URLSearchParams(search);
    for (const { start, host } of this.#bare) {
      if (bare && path.startsWith(start)) return { host, path, query, mount: "" };
    }
    if (!path.startsWith(prefix)) return null;
    const [host = "", ...rest] = path.slice(prefix.length).split("/");
    if (!HOST_NAME.test(host)) return null;
    return { host, path: `/${rest.join("/")}`, query, mount: prefix + host };
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
    const { host, path, query, mount } = target;
    const method = incoming.method ?? "GET";
    const body = await readBody(incoming);
    const { delayMs, action } =
      host === this.spared ? NO_FAULT : this.faults.take({ transport: "http", method, host, path });
    if (delayMs > 0) await new Promise<void>((resolve) => this.faults.later(resolve, delayMs));
    if (action?.do === "refuse") {
      destroy(incoming);
      return;
    }
    if (action?.do === "answer") {
      const { status, code = 0, message = "Ordered by a test", retryAfterSeconds: after } = action;
      const headers: Record<string, string> = after === undefined ? {} : { "retry-after": String(after) };
      sendResponse(response, { status, headers, body: problemBody(status, code, message) });
      return;
    }
    const base = `http://${incoming.headers.host ?? "localhost"}${mount}`;
    const answer = await this.#route({ method, host, path, query, headers: incoming.headers, body, base });
    await this.saved();
    if (action?.do === "drop") destroy(incoming);
    else sendResponse(response, answer, action?.do === "cut");
  }

  async #route(request: HostRequest): Promise<HostResponse> {
    for (const { pattern, handler } of this.#http) {
      const answer = fits(pattern, request.host) ? await handler(request) : null;
      if (answer !== null) return answer;
    }
    const message = `The stand-in does not serve ${request.method} ${request.host}${request.path}`;
    return { status: 404, body: problemBody(404, 20404, message) };
  }
}

function split(url: string): [string, string] {
  const mark = url.indexOf("?");
  return mark < 0 ? [url, ""] : [url.slice(0, mark), url.slice(mark + 1)];
}
