/**
 * The requests of the `twilio` library, no faster than Sync takes what they write; one that is refused as too fast, 429,
 * is sent again. Whatever makes objects or items in a set-up is paced here, since Sync counts for the whole service.
 */
import { writeCost } from "@schedule-manager/shared/api/write-limits";
import { RequestClient } from "twilio";
import type Client from "twilio/lib/base/RequestClient";
import type Response from "twilio/lib/http/response";
import { WritePace } from "./write-pace";

export interface PaceClock {
  /** ms, a clock that goes on evenly */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** ms before each repeat: together longer than Sync's window of ten seconds. */
const REPEATS = [1000, 2000, 3000, 4000, 5000];
const BUSY = 429;

const SYNC_PATH =
  /^https:\/\/sync\.twilio\.com\/v1\/Services\/([^/?]+)\/(?:Maps|Documents)(?:\/([^/?]+)(\/Items)?(\/[^/?]+)?)?$/;

export interface WriteUse {
  /** What it counts for. */
  readonly of: string;
  readonly cost: number;
}

/** What a request takes of Sync's rates; reads and rights take nothing that set-up could use up. */
export function usesOf({ method, uri, data }: Client.RequestOptions): readonly WriteUse[] {
  const [, service, object, items, key] = SYNC_PATH.exec(uri) ?? [];
  if (service === undefined || method.toLowerCase() === "get") return [];
  const isCreation = object === undefined || (items !== undefined && key === undefined);
  const creation = isCreation ? [{ of: service, cost: 1 }] : [];
  if (object === undefined || (items === undefined && key !== undefined)) return creation;
  const { Data = "" } = (data ?? {}) as { Data?: string };
  return [...creation, { of: `${service}/${object}`, cost: writeCost(Buffer.byteLength(Data)) }];
}

export class PacedRequests extends RequestClient {
  readonly #paces = new Map<string, WritePace>();

  constructor(
    readonly clock: PaceClock,
    options: Client.RequestClientOptions = {},
  ) {
    super(options);
  }

  override async request<T>(options: Client.RequestOptions<T>): Promise<Response<T>> {
    const uses = usesOf(options as Client.RequestOptions);
    for (let repeat = 0; ; repeat += 1) {
      await this.#room(uses);
      const response = await this.send(options);
      const pause = REPEATS[repeat];
      if (response.statusCode !== BUSY || pause === undefined) return response;
      await this.clock.wait(pause);
    }
  }

  /** Sends it, once. */
  protected send<T>(options: Client.RequestOptions<T>): Promise<Response<T>> {
    return super.request<T>(options);
  }

  async #room(uses: readonly WriteUse[]): Promise<void> {
    const { now, wait } = this.clock;
    const paces = uses.map(({ of, cost }) => ({ pace: this.#pace(of), cost }));
    for (;;) {
      const at = now();
      const due = Math.max(0, ...paces.map(({ pace, cost }) => pace.waitFor(cost, at)));
      if (due === 0) {
        for (const { pace, cost } of paces) pace.take(cost, at);
        return;
      }
      await wait(due);
    }
  }

  #pace(of: string): WritePace {
    const known = this.#paces.get(of);
    if (known !== undefined) return known;
    const pace = new WritePace();
    this.#paces.set(of, pace);
    return pace;
  }
}
