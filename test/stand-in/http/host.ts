import type { IncomingHttpHeaders } from "node:http";

/** A request to one of Twilio's hosts, as the stand-in received it. */
export interface HostRequest {
  readonly method: string;
  /** Such as `sync.twilio.com`. */
  readonly host: string;
  /** Starts with `/`; still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The absolute address under which the stand-in serves this host, without a trailing `/`. */
  readonly base: string;
}

export interface HostResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects are sent as JSON, text and bytes unchanged. */
  readonly body?: unknown;
}

/** null: not handled, call the next handler. */
export type HostHandler = (request: HostRequest) => HostResponse | null | Promise<HostResponse | null>;

/** The body of a form or JSON request as plain fields; empty for any other body. */
export function fieldsOf(request: HostRequest): Record<string, unknown> {
  const text = request.body.toString();
  return request.headers["content-type"]?.startsWith("application/json") === true
    ? jsonFields(text)
    : Object.fromEntries(new URLSearchParams(text));
}

/** The fields of a JSON object; empty for anything else. */
export function jsonFields(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Path segments, decoded. */
export const segmentsOf = (path: string): string[] =>
  path
    .split("/")
    .filter(Boolean)
    .map((segment) => {
      try {
        return decodeURIComponent(segment);
      } catch {
        return segment;
      }
    });
