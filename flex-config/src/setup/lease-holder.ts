/** Holds the lease of a Document like a publisher, so that no one else publishes. */
import type { Twilio } from "twilio";
import { hasStatus } from "../live/rest-error";

/** Milliseconds between renewals: a lease expires 15 s after the last one. */
const RENEW_EVERY = 4000;
/** Number and interval (ms) of checks of an existing lease: released, renewed or expired. */
const CHECKS = 9;
const CHECK_EVERY = 2000;

/** Another writer changed the Document: the lease is lost. */
export class LostLease extends Error {}

export type SyncService = ReturnType<Twilio["sync"]["v1"]["services"]>;

interface WrittenLease<T> {
  readonly data: T;
  readonly revision: string;
}

export interface LeaseHolderOptions<T> {
  readonly service: SyncService;
  /** Name of the Document. */
  readonly name: string;
  /** ISO 8601 */
  readonly now: () => string;
  /** Renews the lease in the data. */
  readonly renew: (data: T, since: string) => T;
}

/**
 * @param T the Document's data while the lease is held
 */
export class LeaseHolder<T extends object> {
  #written: WrittenLease<T>;
  #at: number;
  #renewing: Promise<void> | null = null;

  constructor(
    readonly options: LeaseHolderOptions<T>,
    written: WrittenLease<T>,
  ) {
    this.#written = written;
    this.#at = Date.parse(options.now());
  }

  get data(): T {
    return this.#written.data;
  }

  get service(): SyncService {
    return this.options.service;
  }

  async write(data: T): Promise<void> {
    const revision = await this.#update(data);
    this.#written = { data, revision };
    this.#at = Date.parse(this.options.now());
  }

  /**
   * Makes the last write, which releases the lease.
   * @returns the revision
   */
  async end(data: object): Promise<string> {
    return this.#update(data);
  }

  /** Renews the lease when due. */
  async keepAlive(): Promise<void> {
    const { now, renew } = this.options;
    if (this.#renewing === null && Date.parse(now()) - this.#at < RENEW_EVERY) return;
    this.#renewing ??= this.write(renew(this.data, now())).finally(() => {
      this.#renewing = null;
    });
    await this.#renewing;
  }

  async #update(data: object): Promise<string> {
    const { service, name } = this.options;
    const revision = await updateIfMatch(service, name, data, this.#written.revision);
    if (revision === null) throw new LostLease();
    return revision;
  }
}

/** Returns the new revision; null: the Document has changed since it was read. */
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

/** State of a lease, from the Document's data. */
export type LeaseState<T> =
  /** `next` acquires it. */
  | { readonly type: "free"; readonly next: T }
  /** Held by another writer. `next` takes it over after expiry; null: others recover it. */
  | { readonly type: "held"; readonly next: T | null }
  /** The Document no longer has a lease. */
  | { readonly type: "over" };

export interface AcquireOptions<T> extends LeaseHolderOptions<T> {
  readonly wait: (ms: number) => Promise<void>;
  readonly stateOf: (data: unknown) => LeaseState<T>;
}

export type Acquired<T extends object> =
  | { readonly ok: true; readonly holder: LeaseHolder<T> }
  | { readonly ok: false; readonly reason: "publish-in-progress" | "publish-interrupted" | "over" };

/**
 * Acquires the lease, waiting for a publish in flight. Leaves a dead publish to the next publisher, which
 * recovers it.
 */
export async function acquireLease<T extends object>(options: AcquireOptions<T>): Promise<Acquired<T>> {
  const { service, name, wait, stateOf } = options;
  let seen = "";
  let still = 0;
  for (let check = 0; check < 2 * CHECKS; check += 1) {
    const document = await service.documents(name).fetch();
    const { revision } = document;
    const data: unknown = document.data;
    still = revision === seen ? still + 1 : 0;
    seen = revision;
    const isExpired = still >= CHECKS;
    const state = stateOf(data);
    if (state.type === "over") return { ok: false, reason: "over" };
    if (state.type === "held" && isExpired && state.next === null)
      return { ok: false, reason: "publish-interrupted" };
    if (state.next !== null && (state.type === "free" || isExpired)) {
      const next = await updateIfMatch(service, name, state.next, revision);
      if (next !== null) {
        const written = { data: state.next, revision: next };
        return { ok: true, holder: new LeaseHolder(options, written) };
      }
    }
    await wait(CHECK_EVERY);
  }
  return { ok: false, reason: "publish-in-progress" };
}
