/**
 * A small console for the stand-in's Sync, like Twilio's: it shows services, documents and maps, and edits them by
 * Sync's REST API. Served at the stand-in's own address.
 */
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../dev-account";
import type { Sync } from "../sync/sync";
import type { SyncEvent } from "../sync/types";

const PAGE = join(__dirname, "page.html");
const SCRIPT = join(__dirname, "page/main.ts");

export interface ConsoleSite {
  /** @returns false, without any effect, when the address does not belong to the console */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => boolean;
}

async function page(): Promise<string> {
  const account = { sid: ACCOUNT_SID, token: AUTH_TOKEN, service: SYNC_SERVICE_SID };
  return (await readFile(PAGE, "utf8")).replace("/*ACCOUNT*/", () => JSON.stringify(account));
}

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [SCRIPT],
    bundle: true,
    write: false,
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}

/** Sends each change of an object's data as a server-sent event, until the page closes. */
function changes(sync: Sync, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.flushHeaders();
  const end = sync.onEvent(({ objectSid, key }: SyncEvent) => {
    response.write(`data: ${JSON.stringify({ sid: objectSid, key })}\n\n`);
  });
  response.once("close", end);
}

export function consoleSite(sync: Sync): ConsoleSite {
  let compiled: Promise<string> | null = null;
  const send = (response: ServerResponse, type: string, body: Promise<string>): void => {
    body.then(
      (text) => {
        response.writeHead(200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" });
        response.end(text);
      },
      (error: unknown) => {
        response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
        response.end(`The console could not be built: ${String(error)}\n`);
      },
    );
  };
  return {
    handle(request, response) {
      if (request.method !== "GET") return false;
      const path = (request.url ?? "/").split("?")[0];
      if (path === "/") send(response, "text/html", page());
      else if (path === "/console/page.js") send(response, "text/javascript", (compiled ??= script()));
      else if (path === "/console/changes") changes(sync, response);
      else return false;
      return true;
    },
  };
}
