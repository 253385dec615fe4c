import type { IncomingMessage, ServerResponse } from "node:http";
import type { HostResponse } from "./host";

const MAX_BODY = 8 * 1024 * 1024;

/** The client disconnected before the end of its request. */
class Cut extends Error {}
export const isCut = (error: unknown): boolean => error instanceof Cut;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BODY) {
        destroy(request);
        throw new Cut("the body is too large");
      }
      chunks.push(chunk);
    }
  } catch {
    throw new Cut("the request broke off");
  }
  return Buffer.concat(chunks);
}

export const destroy = (request: IncomingMessage): void => {
  request.socket.destroy();
};

/** @param cut ends the body half-way */
export function sendResponse(
  response: ServerResponse,
  { status, headers, body }: HostResponse,
  cut = false,
): void {
  const text = bytesOf(body);
  const type =
    typeof body === "string" || Buffer.isBuffer(body) ? "text/plain; charset=utf-8" : "application/json";
  response.writeHead(status, {
    ...(body === undefined ? {} : { "content-type": type }),
    "content-length": String(text.length),
    ...headers,
  });
  if (!cut) {
    response.end(text);
    return;
  }
  response.write(text.subarray(0, Math.floor(text.length / 2)), () => response.socket?.destroy());
}

function bytesOf(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}
