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

/** Milliseconds that a caller waits for a refresh while a cached catalogue exists; Studio times out after 10 s. */
const WARM_BUDGET = 1500;
/** Milliseconds that a caller waits for the first catalogue. */
const COLD_BUDGET = 5000;
/**
 * Milliseconds that the caller who starts a revalidation waits for it, because the process may be frozen once a
 * function has answered.
 */
const REVALIDATE_PATIENCE = 500;
/** Pause after a failed refresh in ms: doubles from the first value to the last. */
const FIRST_PAUSE = 500;
const LAST_PAUSE = 8000;

export interface CacheSettings {
  /** ms */
  readonly freshness: number;
  /** ms */
  readonly revalidateEvery: number;
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
  readonly clients: SyncClients;
  readonly fallback: Earlier;
}

export interface CachedCatalogue {
  readonly catalogue: Catalogue;
  /** When Sync last confirmed it, ms since the epoch. */
  readonly at: number;
  /** True when it is older than the freshness bound because Sync is unreachable. */
  readonly stale: boolean;
}

/**
 * The catalogue of one function instance, cached between calls.
 *
 *   empty --load--> fresh --freshness bound--> due --feed read--> fresh
 *                                              due --failure--> stale (answers at once, tries again after a pause)
 *
 * At most one refresh runs at a time, however many callers wait, and none while the catalogue is fresh. In addition,
 * maps are revalidated one after the other to find console edits; this never makes the catalogue stale.
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
  readonly #revalidating: SingleFlight;

  constructor(tools: CacheTools = { clock: Date.now, random: Math.random }) {
    this.#tools = tools;
    this.#feed = Math.floor(tools.random() * CHANGE_FEEDS);
    this.#refresh = new SingleFlight(tools.clock, 2 * COLD_BUDGET);
    this.#revalidating = new SingleFlight(tools.clock, 2 * COLD_BUDGET);
  }

  /**
   * Returns the catalogue, refreshed if due; null when none was ever read. Never rejects.
   * @param atLeast a generation that Sync has reached: an older catalogue is not fresh, whatever its age
   */
  async current(
    settings: CacheSettings,
    clients: SyncClients,
    fallback: Earlier = () => undefined,
    atLeast = 0,
  ): Promise<CachedCatalogue | null> {
    const { clock } = this.#tools;
    const asked = clock();
    const isOld = () =>
      asked - this.#at > settings.freshness || (this.#catalogue?.generation ?? atLeast) < atLeast;
    const { running } = this.#refresh;
    if (isOld() && (running !== null || asked >= this.#notBefore)) {
      const work = { settings, clients, fallback };
      const patience = this.#catalogue === null ? COLD_BUDGET : WARM_BUDGET;
      await withTimeout(running ?? this.#refresh.start(this.#load(work)), patience);
      if (running === null) await this.#revalidateNext(work);
    }
    if (this.#catalogue === null) return null;
    return { catalogue: this.#catalogue, at: this.#at, stale: isOld() };
  }

  #options({ settings, clients, fallback }: Work, budget: number): LoadOptions {
    const { clock } = this.#tools;
    const reader = clients(budgetOf(budget, clock));
    return { reader, concurrency: settings.concurrency, feed: this.#feed, fallback, clock };
  }

  async #load(work: Work): Promise<void> {
    const { clock } = this.#tools;
    const cached = this.#catalogue;
    const begun = clock();
    try {
      if (cached === null) {
        trace("catalogue", () => "the cache is empty: reading everything");
        this.#store(await loadAll(this.#options(work, COLD_BUDGET), null), begun);
        return;
      }
      const feed = await readFeed(this.#options(work, WARM_BUDGET));
      // Catching up may read everything, which takes longer than callers wait, so it has its own budget.
      const same = feed.generation === cached.generation;
      trace("catalogue", () =>
        same
          ? `generation ${cached.generation} is the latest: fresh again`
          : `generation ${cached.generation} is cached, ${feed.generation} is published: catching up`,
      );
      this.#store(same ? cached : await catchUp(this.#options(work, COLD_BUDGET), cached, feed), begun);
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * Revalidates the maps that are due. The cached catalogue stays fresh, so a failure only delays the next
   * attempt.
   */
  async #revalidateNext(work: Work): Promise<void> {
    const { clock, random } = this.#tools;
    const { revalidateEvery } = work.settings;
    const cached = this.#catalogue;
    const begun = clock();
    if (cached === null || this.#failures > 0 || this.#revalidating.running !== null) return;
    const maps = itemMaps(cached.shards);
    if (this.#plan?.maps !== maps.length)
      this.#plan = new RevalidationPlan(maps.length, this.#at, revalidateEvery, random());
    const plan = this.#plan;
    const due = plan.due(begun);
    if (due.length === 0) return;
    const chosen = maps.filter((_, index) => due.includes(index));
    trace(
      "catalogue",
      () => `due for revalidation: ${chosen.map((map) => nameOfMap(map, cached.shards)).join(", ")}`,
    );
    const revalidation = revalidateMaps(this.#options(work, COLD_BUDGET), cached, chosen)
      .then((catalogue) => {
        // A refresh ran meanwhile or is running, perhaps with newer data than these maps: they stay due.
        if (this.#catalogue !== cached || this.#refresh.running !== null) {
          trace("catalogue", () => "a refresh came first: the maps stay due");
          return;
        }
        trace("catalogue", () => (catalogue === cached ? "no console edit found" : "console edits applied"));
        this.#catalogue = catalogue;
        plan.done(due, begun, revalidateEvery);
      })
      .catch(() => plan.done(due, begun, Math.min(revalidateEvery, LAST_PAUSE)));
    await withTimeout(this.#revalidating.start(revalidation), REVALIDATE_PATIENCE);
  }

  #store(catalogue: Catalogue, at: number): void {
    // A refresh that resumes after a later one has finished holds older data.
    if (at < this.#at) {
      trace("catalogue", () => `a refresh from ${iso(at)} resumed late: the cache is newer`);
      return;
    }
    trace("catalogue", () => `generation ${catalogue.generation} is cached, as of ${iso(at)}`);
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
    // The failure may concern only this feed, so use the next one.
    this.#feed = (this.#feed + 1) % CHANGE_FEEDS;
  }
}

const iso = (ms: number): string => new Date(ms).toISOString();
const nameOfMap = ({ kind, shard }: ItemMap, shards: number): string => mapName(kind, shard, shards);
