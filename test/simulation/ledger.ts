import type { PublishAnswer, PublishRequest } from "@schedule-manager/shared/api/api";
import type { CallResult } from "@schedule-manager/plugin/functions/call";
import type { Sent } from "./check";

/** The requests and answers of all browsers. */
export class Ledger {
  readonly #sent = new Map<string, PublishRequest>();
  readonly #acknowledged = new Set<string>();
  readonly codes = new Map<string, number>();

  sent(request: PublishRequest): void {
    this.#sent.set(request.id, request);
  }

  answered({ id }: PublishRequest, result: CallResult<PublishAnswer>): void {
    if (result.ok) this.#acknowledged.add(id);
    else this.codes.set(result.code, (this.codes.get(result.code) ?? 0) + 1);
  }

  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  publishes(): Sent[] {
    return [...this.#sent.values()].map(({ id, changes }) => ({
      id,
      changes,
      acknowledged: this.#acknowledged.has(id),
    }));
  }
}
