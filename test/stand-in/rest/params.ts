import { SyncProblem, type ProblemName } from "../sync/problem";
import { parseIfMatch } from "../sync/check";
import { fieldsOf, type HostRequest } from "../http/host";
import type { Json } from "../sync/types";

/** The fields of a form, read by the types that Twilio documents for them. */
export class Params {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(readonly request: HostRequest) {
    this.#fields = fieldsOf(request);
  }

  text(name: string): string | undefined {
    const value = this.#fields[name];
    return typeof value === "string" ? value : undefined;
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
    return text === undefined ? undefined : text === "true" || text === "1";
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
