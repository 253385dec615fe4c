import { dependencies } from "@schedule-manager/shared/evaluator/compile-rule";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import type { CompiledSchedule } from "@schedule-manager/shared/evaluator/compile";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { sameName } from "@schedule-manager/shared/model/names";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import type { CatalogueItem, CatalogueItems } from "./items";

export interface Found {
  readonly schedule: Schedule;
  /** Compiled on first use, and reused until the schedule or a rule that it depends on changes. */
  readonly compiled: CompiledSchedule;
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** True when the schedule or a rule that it depends on is invalid in Sync and an earlier version answers. */
  readonly outdated: boolean;
}

/** The schedule exists, but its stored value is invalid and no earlier version is known. */
export interface Unreadable {
  readonly id: string;
  readonly problem: string;
}

/** All rules and schedules of one generation. Immutable; `with` creates the next one. */
export class Catalogue {
  readonly generation: number;
  readonly shards: number;
  readonly items: CatalogueItems;
  /** True when some items are from a publish in flight, with revisions that differ from Sync's. */
  readonly ahead: boolean;
  readonly #rules = new Map<string, Rule>();
  readonly #byName = new Map<string, CatalogueItem>();
  readonly #compiled: Map<string, CompiledSchedule>;

  constructor(
    generation: number,
    shards: number,
    items: CatalogueItems,
    compiled?: Map<string, CompiledSchedule>,
    ahead = false,
  ) {
    this.generation = generation;
    this.shards = shards;
    this.items = items;
    this.ahead = ahead;
    this.#compiled = compiled ?? new Map<string, CompiledSchedule>();
    // Sorted by key, so that all instances choose the same one of two schedules with equal names.
    const schedules = [...items.values()]
      .filter((item) => item.kind === "schedule")
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const item of items.values()) {
      if (item.kind === "rule" && item.value !== null) this.#rules.set(item.id, item.value);
    }
    for (const item of schedules) this.#index(item.name, item);
    for (const item of schedules) item.aliases.forEach((alias) => this.#index(alias, item));
  }

  #index(name: string | null, item: CatalogueItem): void {
    if (name === null) return;
    const key = sameName(name);
    const other = this.#byName.get(key);
    // Valid items precede invalid ones, then names precede aliases, then the first wins.
    if (other === undefined || (other.value === null && item.value !== null)) this.#byName.set(key, item);
  }

  find(name: string): Found | Unreadable | null {
    const item = this.#byName.get(sameName(name));
    if (item?.kind !== "schedule") return null;
    if (item.value === null) return { id: item.id, problem: item.problem ?? "" };
    const schedule = item.value;
    const compiled = this.compile(schedule);
    const rules = [...dependencies(schedule.rules, this.#rules)];
    const outdated = item.problem !== null || rules.some((id) => this.#hasProblem(`r:${id}`));
    return { schedule, compiled, rulesById: this.#rules, outdated };
  }

  compile(schedule: Schedule): CompiledSchedule {
    let compiled = this.#compiled.get(schedule.id);
    if (compiled === undefined) {
      compiled = compileSchedule(schedule, this.#rules);
      this.#compiled.set(schedule.id, compiled);
    }
    return compiled;
  }

  #hasProblem(ref: ItemRef): boolean {
    return (this.items.get(ref)?.problem ?? null) !== null;
  }

  /** A catalogue with `items` instead. Reuses the compiled schedules that did not change. */
  with(generation: number, shards: number, items: CatalogueItems, ahead = false): Catalogue {
    const compiled = new Map<string, CompiledSchedule>();
    const unchanged = (ref: ItemRef) => this.items.get(ref)?.revision === items.get(ref)?.revision;
    for (const [id, value] of this.#compiled) {
      const item = items.get(`s:${id}`);
      if (item?.kind !== "schedule" || item.value === null || !unchanged(`s:${id}`)) continue;
      const rules = [...dependencies(item.value.rules, this.#rules)];
      if (rules.every((rule) => unchanged(`r:${rule}`))) compiled.set(id, value);
    }
    return new Catalogue(generation, shards, items, compiled, ahead);
  }
}
