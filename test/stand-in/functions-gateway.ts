/**
 * The gateway that Twilio has before the functions and that Twilio's local runtime lacks: protected functions and
 * assets require a valid signature, private ones are unreachable, a function accepts GET, POST and OPTIONS only, and
 * an answer that takes longer than a function may run is a 504.
 * https://www.twilio.com/docs/serverless/functions-assets/functions/request-flow
 * https://www.twilio.com/docs/serverless/functions-assets/visibility
 */
import { readdir } from "node:fs/promises";
import { Agent, createServer, type IncomingMessage, request as ask, type ServerResponse } from "node:http";
import { join } from "node:path";
import { validateRequest, validateRequestWithBody } from "twilio";
import { functionsIndex } from "./functions-index";
import { readBody, sendResponse } from "./http/wire";
import { UserError, wordsOf } from "./user-error";

/** The longest run of a function, ms. */
const FUNCTION_MS = 10_000;

export interface GatewayOptions {
  /** The folder with `functions` and `assets`. */
  readonly folder: string;
  readonly port: number;
  /** The address of Twilio's local runtime. */
  readonly runtimePort: number;
  readonly authToken: string;
  /** Default: 10 s, as at Twilio. */
  readonly functionMs?: number;
}

interface Served {
  readonly type: "function" | "asset";
  readonly visibility: "public" | "protected" | "private";
}

/** The files of a folder, by path. */
async function servedPaths(folder: string): Promise<ReadonlyMap<string, Served>> {
  const served = new Map<string, Served>();
  for (const [part, type, ending] of [
    ["functions", "function", /(?:\.(protected|private))?\.js$/],
    ["assets", "asset", /(?:\.(protected|private))?(\.[^./]*)$/],
  ] as const) {
    const names = await readdir(join(folder, part), { recursive: true }).catch((): string[] => []);
    for (const name of names) {
      const [found, visibility, rest = ""] = ending.exec(name) ?? [];
      if (found === undefined) continue;
      const path = name.slice(0, -found.length) + rest;
      served.set(`/${path.replaceAll("\\", "/")}`, {
        type,
        visibility: (visibility as "protected" | "private" | undefined) ?? "public",
      });
    }
  }
  return served;
}

/** Twilio documents no status for a PUT or DELETE of a function. */
const FUNCTION_METHODS: readonly (string | undefined)[] = ["GET", "POST", "OPTIONS"];

function isSigned({ headers, url }: IncomingMessage, body: string, authToken: string): boolean {
  const signature = headers["x-twilio-signature"];
  if (typeof signature !== "string") return false;
  const address = `http://${headers.host ?? ""}${url ?? ""}`;
  if (new URL(address).searchParams.has("bodySHA256")) {
    return validateRequestWithBody(authToken, signature, address, body);
  }
  const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
  const form = new URLSearchParams(isForm ? body : "");
  const fields = Object.fromEntries(
    [...form.keys()].map((name) => {
      const values = [...form.getAll(name)];
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
  return validateRequest(authToken, signature, address, fields);
}

const pathOf = (url: string): string => {
  const path = url.split("?")[0] ?? "";
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** @returns stops it */
export async function startGateway(options: GatewayOptions): Promise<() => Promise<void>> {
  const { port, runtimePort, authToken, functionMs = FUNCTION_MS } = options;
  const paths = await servedPaths(options.folder);
  // A connection for each call: the runtime closes idle ones after five seconds, and a call sent on one that just closes
  // would be lost.
  const agent = new Agent({ keepAlive: false });

  const pass = (incoming: IncomingMessage, response: ServerResponse, body?: Buffer): void => {
    const { method, url, headers } = incoming;
    const onward = ask({ agent, host: "127.0.0.1", port: runtimePort, method, path: url, headers });
    const timer = setTimeout(() => {
      onward.destroy();
      if (response.headersSent) response.destroy();
      else sendResponse(response, { status: 504, body: "The function took longer than it may run\n" });
    }, functionMs);
    onward.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.headers);
      answer.pipe(response);
    });
    // The runtime closed the connection, so this closes too, as without a gateway.
    onward.on("error", () => {
      if (!response.writableEnded) response.destroy();
    });
    response.on("close", () => {
      clearTimeout(timer);
      onward.destroy();
    });
    if (body === undefined) incoming.pipe(onward);
    else onward.end(body);
  };

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (incoming.method === "GET" && incoming.url === "/") {
      const headers = { "content-type": "text/html; charset=utf-8" };
      sendResponse(response, { status: 200, headers, body: await functionsIndex() });
      return;
    }
    const { type = "asset", visibility = "public" } = paths.get(pathOf(incoming.url ?? "/")) ?? {};
    if (visibility !== "private" && type === "function" && !FUNCTION_METHODS.includes(incoming.method))
      sendResponse(response, { status: 405, body: "Functions take GET, POST and OPTIONS\n" });
    else if (visibility === "public") pass(incoming, response);
    else if (visibility === "private") sendResponse(response, { status: 404, body: "Not found\n" });
    else {
      const body = await readBody(incoming);
      if (isSigned(incoming, body.toString(), authToken)) pass(incoming, response, body);
      else sendResponse(response, { status: 400, body: "The Twilio signature is missing or invalid\n" });
    }
  };

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(new UserError(`The functions did not start: ${wordsOf(error)}.`)));
    server.listen(port, "127.0.0.1", resolve);
  });
  return async () => {
    agent.destroy();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  };
}
