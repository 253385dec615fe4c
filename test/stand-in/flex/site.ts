/**
 * The origin that a browser opens: the Flex page, its scripts and plugins, and Twilio's hosts, which the page's shim
 * requests at `/__tw/<host>/…` and `/__ws/<host>/…`.
 */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { flexPage, isPerson, nobodyPage, pageScript, RELOADS_PATH } from "./page";
import type { PageReloads } from "./page-reloads";

export interface SiteOptions {
  readonly hostBundle: { readonly file: string; readonly key: string };
  /** The file of the plugin's built script; a rebuild changes it. */
  readonly pluginFile: () => string;
  /** Makes open pages reload. Default: they never do. */
  readonly reloads?: PageReloads;
  /** Serves a request to `/__tw/<host>/…`. @returns false: the address has no known host */
  readonly toHost: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Opens a websocket to `/__ws/<host>/…`. @returns false: no handler accepts it */
  readonly toSocket: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
}

const SCRIPT = "text/javascript; charset=utf-8";
export const PLUGIN_PATH = "/stand-in/plugin.js";

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  keep = false,
): void {
  response.writeHead(status, {
    "content-type": type,
    "cache-control": keep ? "public, max-age=31536000, immutable" : "no-store",
  });
  response.end(body);
}

export function flexSite(options: SiteOptions): Server {
  const bundlePath = `/stand-in/flex-ui-${options.hostBundle.key}.js`;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = request.url ?? "/";
    const { pathname, searchParams } = new URL(address, "http://localhost");
    const script = /^\/stand-in\/(shim|boot)\.js$/.exec(pathname)?.[1];
    if (script === "shim" || script === "boot") {
      send(response, 200, SCRIPT, await pageScript(script));
    } else if (pathname === bundlePath) {
      response.writeHead(200, {
        "content-type": SCRIPT,
        "cache-control": "public, max-age=31536000, immutable",
      });
      createReadStream(options.hostBundle.file).pipe(response);
    } else if (pathname === PLUGIN_PATH || pathname === `${PLUGIN_PATH}.map`) {
      const file = options.pluginFile() + pathname.slice(PLUGIN_PATH.length);
      const body = await readFile(file).catch(() => null);
      if (body === null)
        send(response, 404, "text/plain", "The plugin is not built: run npm run build:plugin");
      else send(response, 200, pathname.endsWith(".map") ? "application/json" : SCRIPT, body);
    } else if (pathname === RELOADS_PATH && options.reloads !== undefined) {
      options.reloads.add(response);
    } else if (
      pathname.startsWith("/stand-in/") ||
      pathname.startsWith("/__") ||
      !["GET", "HEAD"].includes(request.method ?? "")
    ) {
      send(response, 404, "text/plain", "There is nothing here");
    } else {
      const requested = searchParams.get("as");
      const unknown = requested !== null && !isPerson(requested);
      const html = unknown ? nobodyPage(requested) : flexPage(bundlePath, options.reloads !== undefined);
      send(response, unknown ? 404 : 200, "text/html; charset=utf-8", html);
    }
  };

  const server = createServer((request, response) => {
    if (options.toHost(request, response)) return;
    serve(request, response).catch((problem: unknown) => send(response, 500, "text/plain", String(problem)));
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (!options.toSocket(request, socket, head)) socket.destroy();
  });
  return server;
}
