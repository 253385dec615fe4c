import { CHANGE_FEEDS, mapName } from "@schedule-manager/shared/sync/layout";
import { budgetOf } from "../budget";
import type { SyncClients } from "../sync/sync-clients";
import type { Catalogue } from "./catalogue";
import type { Earlier } from "./items";
import { catchUp, loadAll, revalidateMaps } from "./load";
import type { LoadOptions } from "./load-options";
import { itemMaps } from "./read-all";
import type { ItemMap } from "./read-all";
import { readFeed } from "./read-feed";
import { RevalidationPlan } from "./revalidation-plan";
import { trace } from "../trace";
import { SingleFlight, withTimeout } from "../single-flight";

/** ms that a caller waits for a refresh when there is something to answer with; Studio gives up after 10 s. */
const WARM_BUDGET = 1500;
/** ms that a caller waits for the first catalogue. */
const COLD_BUDGET = 5000;
/** ms that the one caller who begins a re-read waits for it: once a function has answered, its process may be frozen. */
const REVALIDATE_PATIENCE = 500;
/** ms before a failed refresh is tried again: doubled each time, from the first to the last. */
const FIRST_PAUSE = 500;
const LAST_PAUSE = 8000;

export interface CacheSettings {
  /** ms */
  readonly freshness: number;
  /** ms */
  readonly reread: number;
  readonly concurrency: number;
}

export interface CacheTools {
  /** ms since the epoch */
  readonly clock: () => number;
  /** 0 to 1 */
  readonly random: () => number;
}

interface Work {
  readonly settings: CacheSettings;
  readonly callers: SyncClients;
  readonly fallback: Earlier;
}

export interface CachedCatalogue {
  readonly catalogue: Catalogue;
  /** ms since the epoch of which Sync is known to have said so. */
  readonly at: number;
  /** Older than the freshness bound when it was asked for: Sync can't be read. */
  readonly stale: boolean;
}

/**
 * The catalogue of one function instance, kept between calls.
 *
 *   empty --load--> fresh --freshness bound--> due --feed read--> fresh
 *                                              due --failure--> stale (answers at once, tries again after a pause)
 *
 * However many callers ask, there is one refresh at a time, and while it is fresh none at all. Beside it, one map
 * after the other is read again for what was edited in the console; that never makes anything stale.
 */
export class CatalogueCache {
  readonly #tools: CacheTools;
  #catalogue: Catalogue | null = null;
  #at = -Infinity;
  #plan: RevalidationPlan | null = null;
  #failures = 0;
  #notBefore = 0;
  #feed: number;
  readonly #refresh: SingleFlight;
  readonly #reread: SingleFlight;

  constructor(tools: CacheTools = { clock: Date.now, random: Math.random }) {
    this.#tools = tools;
    this.#feed = Math.floor(tools.random() * CHANGE_FEEDS);
    this.#refresh = new SingleFlight(tools.clock, 2 * COLD_BUDGET);
    this.#reread = new SingleFlight(tools.clock, 2 * COLD_BUDGET);
  }

  /**
   * null: nothing was ever read, and can't be now. Never rejects.
   * @param atLeast a generation that Sync is known to have reached: what is older is not fresh, however young it is
   */
  async current(
    settings: CacheSettings,
    callers: SyncClients,
    fallback: Earlier = () => undefined,
    atLeast = 0,
  ): Promise<CachedCatalogue | null> {
    const { clock } = this.#tools;
    const asked = clock();
    const isOld = () =>
      asked - this.#at > settings.freshness || (this.#catalogue?.generation ?? atLeast) < atLeast;
    const { running } = this.#refresh;
    if (isOld() && (running !== null || asked >= this.#notBefore)) {
      const work = { settings, callers, fallback };
      const patience = this.#catalogue === null ? COLD_BUDGET : WARM_BUDGET;
      await withTimeout(running ?? this.#refresh.start(this.#load(work)), patience);
      if (running === null) await this.#rereadNext(work);
    }
    if (this.#catalogue === null) return null;
    return { catalogue: this.#catalogue, at: this.#at, stale: isOld() };
  }

  #options({ settings, callers, fallback }: Work, budget: number): LoadOptions {
    const { clock } = this.#tools;
    const reader = callers(budgetOf(budget, clock));
    return { reader, concurrency: settings.concurrency, feed: this.#feed, fallback, clock };
  }

  async #load(work: Work): Promise<void> {
    const { clock } = this.#tools;
    const held = this.#catalogue;
    const begun = clock();
    try {
      if (held === null) {
        trace("catalogue", () => "nothing is held: reading everything");
        this.#hold(await loadAll(this.#options(work, COLD_BUDGET), null), begun);
        return;
      }
      const feed = await readFeed(this.#options(work, WARM_BUDGET));
      // Catching up may mean reading everything: callers do not wait that long, but it must come to an end.
      const same = feed.generation === held.generation;
      trace("catalogue", () =>
        same
          ? `generation ${held.generation} is the latest: fresh again`
          : `generation ${held.generation} is held, ${feed.generation} is published: catching up`,
      );
      this.#hold(same ? held : await catchUp(this.#options(work, COLD_BUDGET), held, feed), begun);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Reads the maps anew that are due. What is held is fresh without it, so a failure only means later. */
  async #rereadNext(work: Work): Promise<void> {
    const { clock, random } = this.#tools;
    const { reread } = work.settings;
    const held = this.#catalogue;
    const begun = clock();
    if (held === null || this.#failures > 0 || this.#reread.running !== null) return;
    const maps = itemMaps(held.shards);
    if (this.#plan?.maps !== maps.length)
      this.#plan = new RevalidationPlan(maps.length, this.#at, reread, random());
    const plan = this.#plan;
    const due = plan.due(begun);
    if (due.length === 0) return;
    const chosen = maps.filter((_, index) => due.includes(index));
    trace(
      "catalogue",
      () => `due for a look at console edits: ${chosen.map((map) => nameOfMap(map, held.shards)).join(", ")}`,
    );
    const rereading = revalidateMaps(this.#options(work, COLD_BUDGET), held, chosen)
      .then((catalogue) => {
        // A publish was read meanwhile or is being read, perhaps after these maps: they stay due.
        if (this.#catalogue !== held || this.#refresh.running !== null) {
          trace("catalogue", () => "a publish came in between: the maps stay due");
          return;
        }
        trace("catalogue", () => (catalogue === held ? "no console edit" : "console edits taken in"));
        this.#catalogue = catalogue;
        plan.done(due, begun, reread);
      })
      .catch(() => plan.done(due, begun, Math.min(reread, LAST_PAUSE)));
    await withTimeout(this.#reread.start(rereading), REVALIDATE_PATIENCE);
  }

  #hold(catalogue: Catalogue, at: number): void {
    // A refresh that woke up after another has taken its place knows less than is held.
    if (at < this.#at) {
      trace("catalogue", () => `a refresh from ${iso(at)} woke up late: what is held is newer`);
      return;
    }
    trace("catalogue", () => `generation ${catalogue.generation} is held, as of ${iso(at)}`);
    this.#catalogue = catalogue;
    this.#at = at;
    this.#failures = 0;
    this.#notBefore = 0;
  }

  #fail(cause: unknown): void {
    const { clock, random } = this.#tools;
    const pause = Math.min(LAST_PAUSE, FIRST_PAUSE * 2 ** this.#failures);
    this.#failures += 1;
    trace(
      "catalogue",
      () => `could not be read (${String(cause)}): failure ${this.#failures}, pause about ${pause} ms`,
    );
    this.#notBefore = clock() + pause * (0.5 + 0.5 * random());
    // Perhaps it is only this feed that is spoilt or over its limit.
    this.#feed = (this.#feed + 1) % CHANGE_FEEDS;
  }
}

const iso = (ms: number): string => new Date(ms).toISOString();
const nameOfMap = ({ kind, shard }: ItemMap, shards: number): string => mapName(kind, shard, shards);
