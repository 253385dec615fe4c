import type { Fault, FaultAction } from "../stand-in/faults";
import type { StandIn } from "../stand-in/server";
import type { Random } from "./random";

/** A kill or freeze of a publish's function, after Sync has applied the given number of its requests. */
export interface FunctionFault {
  readonly field: "kill-after" | "freeze-after";
  readonly after: number;
}

/** The faults during one publish. */
interface PublishFaults {
  readonly functionFault: FunctionFault | null;
  readonly sync: Fault | null;
  /** Drops all browsers' sockets. */
  readonly socket: boolean;
}

/** A publish of a few changes makes about fifty requests to Sync. */
const REQUESTS = 50;
/** The requests that write: a publisher that freezes there could do harm when it resumes. */
const WRITES = { from: 18, count: 18 };
const PLACES = [
  "/Documents/head",
  "/Documents/changes",
  "/Maps/publishes",
  "/Maps/history",
  "/Maps/schedules",
  "/Maps/rules",
];
const ACTIONS: readonly FaultAction[] = [
  { do: "drop" },
  { do: "cut" },
  { do: "refuse" },
  { do: "answer", status: 429, code: 54009 },
  { do: "answer", status: 503 },
];

function randomFaults(random: Random): PublishFaults {
  const functionFault = random.chance(0.3);
  const field = random.chance(0.65) ? "kill-after" : "freeze-after";
  const sync = random.chance(0.4);
  return {
    functionFault: functionFault
      ? {
          field,
          after: field === "kill-after" ? random.below(REQUESTS) : WRITES.from + random.below(WRITES.count),
        }
      : null,
    sync: sync
      ? {
          match: {
            transport: "http",
            path: random.pick(PLACES),
            ...(random.chance(0.7) ? { method: "POST" } : {}),
          },
          action: random.pick(ACTIONS),
          times: 1 + random.below(random.chance(0.15) ? 8 : 2),
          after: random.below(4),
        }
      : null,
    socket: random.chance(0.08),
  };
}

/** Chooses faults, injects them, and counts those that applied. */
export class FaultInjector {
  killed = 0;
  frozen = 0;
  readonly #standIn: StandIn;
  readonly #random: Random;
  readonly #added: { readonly id: number; readonly times: number }[] = [];
  #sockets = 0;
  #stopped: number | null = null;

  constructor(standIn: StandIn, random: Random) {
    this.#standIn = standIn;
    this.#random = random;
  }

  /** @returns the kill or freeze for the function of the publish that starts now */
  strike(): FunctionFault | null {
    const { functionFault, sync, socket } = randomFaults(this.#random);
    if (sync !== null) this.#added.push({ id: this.#standIn.faults.add(sync), times: sync.times ?? 0 });
    if (socket) this.#sockets += this.#standIn.hub.drop();
    return functionFault;
  }

  stop(): void {
    this.#stopped = this.#struck();
    this.#standIn.faults.clear();
  }

  faults(): number {
    return this.killed + this.frozen + this.#sockets + (this.#stopped ?? this.#struck());
  }

  #struck(): number {
    const left = new Map(this.#standIn.faults.list().map(({ id, struck }) => [id, struck]));
    return this.#added.reduce((sum, { id, times }) => sum + (left.get(id) ?? times), 0);
  }
}
