import type { Json } from "../sync/types";
import type { Frame } from "./frames";

/** An HTTP request that a client sends through its socket. Handlers decode path and query. */
export interface UpstreamRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

export interface UpstreamResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};
const text = (value: unknown): string => (typeof value === "string" ? value : "");

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Parses the request in a `message` frame. The body of a DELETE is not JSON: the library sends its product there. */
export function upstreamOf({ header, payload }: Frame): UpstreamRequest {
  const request = record(header["http_request"]);
  const method = text(request["method"]).toUpperCase();
  const strings = (value: unknown, read: (one: string) => string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(record(value)).map(([name, one]) => [
        read(name),
        read(Array.isArray(one) ? text(one[0]) : String(one)),
      ]),
    );
  return {
    host: text(request["host"]),
    method,
    path: text(request["path"]),
    query: strings(request["params"], decode),
    headers: Object.fromEntries(
      Object.entries(strings(request["headers"], (one) => one)).map(([name, one]) => [
        name.toLowerCase(),
        one,
      ]),
    ),
    body: method === "PUT" || method === "POST" ? parse(payload) : undefined,
  };
}

function parse(payload: Buffer): Json | undefined {
  if (payload.length === 0) return undefined;
  try {
    return JSON.parse(payload.toString()) as Json;
  } catch {
    return undefined;
  }
}

const REASONS: Record<number, string> = {
  200: "OK",
  201: "CREATED",
  204: "NO CONTENT",
  400: "BAD REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT FOUND",
  409: "CONFLICT",
  412: "PRECONDITION FAILED",
  413: "REQUEST ENTITY TOO LARGE",
  429: "TOO MANY REQUESTS",
  500: "INTERNAL SERVER ERROR",
  503: "SERVICE UNAVAILABLE",
};
export const statusOf = (code: number) => ({ code, status: REASONS[code] ?? "ERROR" });
