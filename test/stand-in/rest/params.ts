import { SyncProblem, type ProblemName } from "../sync/problem";
import { parseIfMatch } from "../sync/check";
import type { HostRequest } from "../http/host";
import type { Json } from "../sync/types";

const FORM = "application/x-www-form-urlencoded";

/** The fields of a form, the only body type in Sync's OpenAPI document, parsed by the types in that document. */
export class Params {
  readonly #fields: URLSearchParams;

  constructor(readonly request: HostRequest) {
    const isForm = request.headers["content-type"]?.toLowerCase().startsWith(FORM) === true;
    this.#fields = new URLSearchParams(isForm ? request.body.toString() : "");
  }

  text(name: string): string | undefined {
    return this.#fields.get(name) ?? undefined;
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw new SyncProblem("missingParameter", name);
    return value;
  }

  integer(name: string, problem: ProblemName): number | undefined {
    const text = this.text(name);
    if (text === undefined || text === "") return undefined;
    if (!/^-?\d{1,15}$/.test(text)) throw new SyncProblem(problem, text);
    return Number(text);
  }

  boolean(name: string): boolean | undefined {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined || text === "true") return text === undefined ? undefined : true;
    if (text !== "false") throw new SyncProblem("invalidParameter", `${name} must be true or false`);
    return false;
  }

  json(name: string): Json | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as Json;
    } catch {
      throw new SyncProblem("invalidJson", name);
    }
  }

  /** `Ttl` is the older name of the specific parameter, which wins. */
  ttl(specific: "ItemTtl" | "CollectionTtl" | "Ttl"): number | undefined {
    return this.integer(specific, "invalidTtl") ?? this.integer("Ttl", "invalidTtl");
  }

  get ifMatch() {
    return parseIfMatch(this.request.headers["if-match"]);
  }
}
