/** A table of REST routes, from which the hosts of a deploy are built. */
import { isAuthorized } from "../http/accounts";
import { fieldsOf, segmentsOf, type HostHandler, type HostRequest, type HostResponse } from "../http/host";
import { cutPage, listReply } from "../rest/lists";
import { problemBody, SyncProblem } from "../sync/problem";

/** A refusal of Twilio's, with its own text where it is documented. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    /** Details of the error, which the `twilio` library passes on. */
    readonly details?: object,
  ) {
    super(message);
  }
}

export const missing = (what: string): Refusal => new Refusal(404, 20404, `${what} was not found`);
export const invalid = (message: string): Refusal => new Refusal(400, 20001, message);
export const conflict = (message: string): Refusal => new Refusal(409, 20409, message);

/** The fields of a form; a field may be repeated. */
class Form {
  readonly #fields: URLSearchParams;

  constructor(request: HostRequest) {
    this.#fields = new URLSearchParams(request.body.toString());
  }

  text(name: string): string | undefined {
    return this.#fields.get(name) ?? undefined;
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === undefined || value === "") throw invalid(`Missing required parameter ${name}`);
    return value;
  }

  all(name: string): string[] {
    return this.#fields.getAll(name);
  }

  flag(name: string): boolean {
    return this.text(name)?.toLowerCase() === "true";
  }
}

export interface Call {
  readonly request: HostRequest;
  /** The path's variable parts, in order. */
  readonly ids: readonly string[];
  readonly form: Form;
  readonly fields: Readonly<Record<string, unknown>>;
}

type Handle = (call: Call) => HostResponse | Promise<HostResponse>;
/** Method, path with `*` for each variable part, and handler. */
export type Route = readonly [method: "GET" | "POST" | "DELETE", path: string, handle: Handle];

function match(pattern: string, segments: readonly string[]): string[] | null {
  const parts = pattern.split("/").filter(Boolean);
  if (parts.length !== segments.length) return null;
  const ids: string[] = [];
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? "";
    if (part === "*") ids.push(segment);
    else if (part !== segment) return null;
  }
  return ids;
}

/** Answers requests that match the table and have the account's credentials; all others go to the next handler. */
export const serve =
  (routes: readonly Route[]): HostHandler =>
  async (request) => {
    const segments = segmentsOf(request.path);
    for (const [method, pattern, handle] of routes) {
      const ids = method === request.method ? match(pattern, segments) : null;
      if (ids === null) continue;
      try {
        if (!isAuthorized(request.headers)) throw new Refusal(401, 20003, "Authenticate");
        return await handle({ request, ids, form: new Form(request), fields: fieldsOf(request) });
      } catch (error) {
        if (!(error instanceof Refusal) && !(error instanceof SyncProblem)) throw error;
        const details =
          error instanceof Refusal && error.details !== undefined ? { details: error.details } : {};
        const body = { ...problemBody(error.status, error.code, error.message), ...details };
        return { status: error.status, body };
      }
    }
    return null;
  };

export const ok = (body: unknown): HostResponse => ({ status: 200, body });
export const created = (body: unknown): HostResponse => ({ status: 201, body });
export const noContent: HostResponse = { status: 204 };

/** A page of a list, oldest first. */
export const page = <T>(
  { request }: Call,
  key: string,
  items: readonly T[],
  nameOf: (item: T) => string,
  shape: (item: T) => unknown,
): HostResponse => listReply(request, key, cutPage(request, items, nameOf), shape);
