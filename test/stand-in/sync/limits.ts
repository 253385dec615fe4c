/**
 * Sync's documented rate limits, https://www.twilio.com/docs/sync/limits, and counters of requests. Reads and writes
 * count for the top-level object: those of an item for its map.
 */
import { SlidingWindow } from "./sliding-window";
import { SyncProblem } from "./problem";

export const OBJECT_RATE = 20;
export const OBJECT_WINDOW_MS = 10_000;
const PERMISSION_RATE = 80;
/**
 * New objects and new items of a service, together: https://www.twilio.com/docs/api/errors/54009 refers to the rate at
 * which objects or their sub-items are created, and to no particular object.
 */
const CREATION_RATE = 20;
const KIB = 1024;
/** Writes of at least this size are limited to a tenth of the rate. */
const HEAVY_BYTES = 10 * KIB;
const HEAVY_COST = 10;

/**
 * The cost of a write in its object's budget: 1 up to 1 KiB, 10 from 10 KiB (so 2 writes/s). Twilio does not publish
 * the curve between them; this assumes a straight line.
 */
export const writeCost = (bytes: number): number =>
  bytes >= HEAVY_BYTES ? HEAVY_COST : Math.max(1, bytes / KIB);

export interface Counters {
  readonly reads: number;
  readonly writes: number;
  readonly throttledReads: number;
  readonly throttledWrites: number;
}
type Kind = "read" | "write";
const ZERO: Counters = { reads: 0, writes: 0, throttledReads: 0, throttledWrites: 0 };

export class Limits {
  readonly #now: () => number;
  readonly #windows = new Map<string, SlidingWindow>();
  readonly #counters = new Map<string, Counters>();

  constructor(
    now: () => number,
    public enabled: boolean,
  ) {
    this.#now = now;
  }

  read(objectSid: string): void {
    this.#take("read", objectSid, 1);
  }

  write(objectSid: string, bytes: number): void {
    this.#take("write", objectSid, writeCost(bytes));
  }

  create(serviceSid: string): void {
    this.#spend(`create:${serviceSid}`, CREATION_RATE, 1);
  }

  permission(objectSid: string, identity: string): void {
    this.#spend(`permission:${objectSid}:${identity}`, PERMISSION_RATE, 1);
  }

  counters(objectSid: string): Counters {
    return this.#counters.get(objectSid) ?? ZERO;
  }

  allCounters(): ReadonlyMap<string, Counters> {
    return this.#counters;
  }

  resetCounters(): void {
    this.#counters.clear();
  }

  #take(kind: Kind, sid: string, cost: number): void {
    const counters = this.counters(sid);
    const count = (name: keyof Counters): void => {
      this.#counters.set(sid, { ...counters, [name]: counters[name] + 1 });
    };
    try {
      this.#spend(`${kind}:${sid}`, OBJECT_RATE, cost);
    } catch (problem) {
      count(kind === "read" ? "throttledReads" : "throttledWrites");
      throw problem;
    }
    count(kind === "read" ? "reads" : "writes");
  }

  #spend(key: string, rate: number, cost: number): void {
    if (!this.enabled) return;
    let window = this.#windows.get(key);
    if (window === undefined) {
      window = new SlidingWindow(OBJECT_WINDOW_MS, (rate * OBJECT_WINDOW_MS) / 1000);
      this.#windows.set(key, window);
    }
    if (!window.take(this.#now(), cost)) throw new SyncProblem("rateLimit");
  }
}
