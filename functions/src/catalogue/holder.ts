import { PULSES } from "@schedule-manager/shared/sync-layout";
import { budgetOf } from "../budget";
import type { Callers } from "../sync/callers";
import type { Catalogue } from "./catalogue";
import type { Earlier } from "./items";
import { catchUp, loadAll, readPulse } from "./load";
import type { LoadOptions } from "./load";

/** ms that a caller waits for a refresh when there is something to answer with; Studio gives up after 10 s. */
export const WARM_BUDGET = 1500;
/** ms that a caller waits for the first catalogue. */
export const COLD_BUDGET = 5000;
/** ms before a failed refresh is tried again: doubled each time, from the first to the last. */
export const FIRST_PAUSE = 500;
export const LAST_PAUSE = 8000;

export interface HolderSettings {
  /** ms */
  readonly freshness: number;
  /** ms */
  readonly reread: number;
  readonly concurrency: number;
}

export interface HolderTools {
  /** ms since the epoch */
  readonly clock: () => number;
  /** 0 to 1 */
  readonly random: () => number;
}

interface Work {
  readonly settings: HolderSettings;
  readonly callers: Callers;
  readonly fallback: Earlier;
}

export interface Held {
  readonly catalogue: Catalogue;
  /** ms since the epoch of which Sync is known to have said so. */
  readonly at: number;
  /** Older than the freshness bound when it was asked for: Sync can't be read. */
  readonly stale: boolean;
}

/**
 * The catalogue of one function instance, kept between calls.
 *
 *   empty --load--> fresh --freshness bound--> due --pulse read--> fresh
 *                                              due --failure--> stale (answers at once, tries again after a pause)
 *
 * However many callers ask, there is one refresh at a time, and while it is fresh none at all.
 */
export class CatalogueHolder {
  readonly #tools: HolderTools;
  #catalogue: Catalogue | null = null;
  #at = -Infinity;
  #rereadAt = 0;
  #failures = 0;
  #notBefore = 0;
  #pulse: number;
  #refresh: { readonly done: Promise<void>; readonly until: number } | null = null;

  constructor(tools: HolderTools = { clock: Date.now, random: Math.random }) {
    this.#tools = tools;
    this.#pulse = Math.floor(tools.random() * PULSES);
  }

  /** null: nothing was ever read, and can't be now. Never rejects. */
  async current(
    settings: HolderSettings,
    callers: Callers,
    fallback: Earlier = () => undefined,
  ): Promise<Held | null> {
    const { clock } = this.#tools;
    const asked = clock();
    const isOld = () => asked - this.#at > settings.freshness;
    if (isOld() && (this.#running() || asked >= this.#notBefore)) {
      const patience = this.#catalogue === null ? COLD_BUDGET : WARM_BUDGET;
      await atMostMs(this.#running() ?? this.#start({ settings, callers, fallback }), patience);
    }
    if (this.#catalogue === null) return null;
    return { catalogue: this.#catalogue, at: this.#at, stale: isOld() };
  }

  /** The refresh under way. One that should have ended long ago was frozen with its process: it is forgotten. */
  #running(): Promise<void> | null {
    return this.#refresh !== null && this.#tools.clock() < this.#refresh.until ? this.#refresh.done : null;
  }

  #start(work: Work): Promise<void> {
    const { clock } = this.#tools;
    const done = this.#load(work).finally(() => {
      if (this.#refresh?.done === done) this.#refresh = null;
    });
    this.#refresh = { done, until: clock() + 2 * COLD_BUDGET };
    return done;
  }

  async #load(work: Work): Promise<void> {
    const { settings, callers, fallback } = work;
    const { clock } = this.#tools;
    const held = this.#catalogue;
    const begun = clock();
    const reader = callers(budgetOf(held === null ? COLD_BUDGET : WARM_BUDGET, clock));
    const options: LoadOptions = { reader, concurrency: settings.concurrency, pulse: this.#pulse, fallback };
    try {
      if (held === null) {
        this.#hold(await loadAll(options, null), begun);
        this.#planReread(settings);
      } else {
        const pulse = await readPulse(options);
        const same = pulse.generation === held.generation;
        this.#hold(same ? held : await catchUp(options, held, pulse), begun);
        if (begun >= this.#rereadAt) await this.#rereadAll(work);
      }
    } catch {
      this.#fail();
    }
  }

  #hold(catalogue: Catalogue, at: number): void {
    this.#catalogue = catalogue;
    this.#at = at;
    this.#failures = 0;
    this.#notBefore = 0;
  }

  /** Finds what was edited in the console. What is held is fresh without it, so a failure only means later. */
  async #rereadAll({ settings, callers, fallback }: Work): Promise<void> {
    this.#planReread(settings);
    const { clock } = this.#tools;
    const begun = clock();
    const reader = callers(budgetOf(COLD_BUDGET, clock));
    const options = { reader, concurrency: settings.concurrency, pulse: this.#pulse, fallback };
    const catalogue = await loadAll(options, this.#catalogue).catch(() => null);
    if (catalogue !== null) this.#hold(catalogue, begun);
  }

  /** Spread, so that instances born together do not read together for ever. */
  #planReread({ reread }: HolderSettings): void {
    this.#rereadAt = this.#tools.clock() + reread * (0.75 + 0.5 * this.#tools.random());
  }

  #fail(): void {
    const { clock, random } = this.#tools;
    const pause = Math.min(LAST_PAUSE, FIRST_PAUSE * 2 ** this.#failures);
    this.#failures += 1;
    this.#notBefore = clock() + pause * (0.5 + 0.5 * random());
    // Perhaps it is only this pulse that is spoilt or over its limit.
    this.#pulse = (this.#pulse + 1) % PULSES;
  }
}

function atMostMs(work: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void work.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
