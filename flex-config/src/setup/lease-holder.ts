/** Holds the lease of a Document as a publisher does, so that nobody publishes meanwhile. */
import type { Twilio } from "twilio";
import { hasStatus } from "../live/rest-error";

/** ms between signs of life: a lease without one for 15 s has expired. */
const BEAT = 4000;
/** How often, and every how many ms, a lease in the way is looked at: gone, alive, or expired. */
const LOOKS = 9;
const LOOK_EVERY = 2000;

/** Somebody else wrote the Document: the lease is lost. */
export class LostLease extends Error {}

export type SyncService = ReturnType<Twilio["sync"]["v1"]["services"]>;

interface Held<T> {
  readonly data: T;
  readonly revision: string;
}

export interface HolderOptions<T> {
  readonly service: SyncService;
  /** Of the Document. */
  readonly name: string;
  /** ISO 8601 */
  readonly now: () => string;
  /** The Document with a sign of life. */
  readonly renew: (data: T, since: string) => T;
}

/** @param T what the Document says while its lease is held */
export class LeaseHolder<T extends object> {
  #held: Held<T>;
  #at: number;
  #beating: Promise<void> | null = null;

  constructor(
    readonly options: HolderOptions<T>,
    held: Held<T>,
  ) {
    this.#held = held;
    this.#at = Date.parse(options.now());
  }

  get data(): T {
    return this.#held.data;
  }

  get service(): SyncService {
    return this.options.service;
  }

  async write(data: T): Promise<void> {
    const revision = await this.#update(data);
    this.#held = { data, revision };
    this.#at = Date.parse(this.options.now());
  }

  /** The last write, after which this lease is held no more. @returns the revision */
  async end(data: object): Promise<string> {
    return this.#update(data);
  }

  /** Gives a sign of life when one is due. */
  async keepAlive(): Promise<void> {
    const { now, renew } = this.options;
    if (this.#beating === null && Date.parse(now()) - this.#at < BEAT) return;
    this.#beating ??= this.write(renew(this.data, now())).finally(() => {
      this.#beating = null;
    });
    await this.#beating;
  }

  async #update(data: object): Promise<string> {
    const { service, name } = this.options;
    const revision = await updateIfMatch(service, name, data, this.#held.revision);
    if (revision === null) throw new LostLease();
    return revision;
  }
}

/** The new revision; null: the Document is no longer the one that was read. */
export async function updateIfMatch(
  service: SyncService,
  name: string,
  data: object,
  revision: string,
): Promise<string | null> {
  try {
    return (await service.documents(name).update({ data, ifMatch: revision })).revision;
  } catch (error) {
    if (hasStatus(error, 412)) return null;
    throw error;
  }
}

/** What a Document that was read means to somebody who wants its lease. */
export type LeaseState<T> =
  /** `next` takes it. */
  | { readonly type: "free"; readonly next: T }
  /** Somebody holds it; `next` takes it over once it has expired, null: that is left to others. */
  | { readonly type: "held"; readonly next: T | null }
  /** There is no lease to be had any more. */
  | { readonly type: "over" };

export interface AcquireOptions<T> extends HolderOptions<T> {
  readonly wait: (ms: number) => Promise<void>;
  readonly stateOf: (data: unknown) => LeaseState<T>;
}

export type Acquired<T extends object> =
  | { readonly ok: true; readonly holder: LeaseHolder<T> }
  | { readonly ok: false; readonly reason: "publish-in-progress" | "publish-interrupted" | "over" };

/** Waits for a publish under way to end. One that is dead is left to the next publish, which recovers it. */
export async function acquireLease<T extends object>(options: AcquireOptions<T>): Promise<Acquired<T>> {
  const { service, name, wait, stateOf } = options;
  let seen = "";
  let still = 0;
  for (let look = 0; look < 2 * LOOKS; look += 1) {
    const document = await service.documents(name).fetch();
    const { revision } = document;
    const data = document.data as unknown;
    still = revision === seen ? still + 1 : 0;
    seen = revision;
    const isExpired = still >= LOOKS;
    const state = stateOf(data);
    if (state.type === "over") return { ok: false, reason: "over" };
    if (state.type === "held" && isExpired && state.next === null)
      return { ok: false, reason: "publish-interrupted" };
    if (state.next !== null && (state.type === "free" || isExpired)) {
      const written = await updateIfMatch(service, name, state.next, revision);
      if (written !== null) {
        const held = { data: state.next, revision: written };
        return { ok: true, holder: new LeaseHolder(options, held) };
      }
    }
    await wait(LOOK_EVERY);
  }
  return { ok: false, reason: "publish-in-progress" };
}
