import fc from "fast-check";
import {
  FAMILIES,
  idOf,
  isStray,
  planLate,
  planMoves,
  type Moves,
  type Stored,
  strays,
} from "@schedule-manager/flex-config/setup/reshard-plan";
import { historyKey, itemRef, shardOf } from "@schedule-manager/shared/sync-layout";

const name = ({ family, shard, key }: Stored): string => `${family}-${shard}:${key}`;

/** Sync, as far as moving is concerned. */
class Shards {
  readonly #items = new Map<string, Stored>();
  #revision = 0;

  constructor(items: readonly Stored[]) {
    for (const item of items) this.put(item);
  }

  get items(): readonly Stored[] {
    return [...this.#items.values()];
  }

  put(item: Omit<Stored, "revision">): void {
    this.#revision += 1;
    const stored = { ...item, revision: `r${this.#revision}` };
    this.#items.set(name(stored), stored);
  }

  remove(item: Stored): void {
    this.#items.delete(name(item));
  }

  carry({ copies, removals }: Moves): void {
    for (const item of removals) this.remove(item);
    for (const { from, shard } of copies) this.put({ ...from, shard });
  }

  /** What readers by this number of shards see. */
  seen(shards: number): Record<string, unknown> {
    const real = this.items.filter((item) => !isStray(item, shards));
    return Object.fromEntries(
      real.map(({ family, key, data }) => [`${family}:${key}`, data] as const).toSorted(),
    );
  }
}

const number = fc.integer({ min: 1, max: 9 });
const item = fc.record({
  family: fc.constantFrom(...FAMILIES),
  shard: fc.integer({ min: 0, max: 8 }),
  key: fc
    .tuple(fc.constantFrom("a", "b", "c-1", "d.2", "e_3"), fc.integer({ min: 0, max: 3 }))
    .map(([id, generation]) =>
      generation === 0 ? id : historyKey(itemRef("rule", id), generation, "publish-1"),
    ),
  revision: fc.constant("r0"),
  data: fc.integer({ min: 0, max: 3 }).map((value) => ({ value })),
});
const seed = process.env["SEED"] === undefined ? undefined : Number(process.env["SEED"]);
const runs = { numRuns: 500, ...(seed === undefined ? {} : { seed }) };

describe("moving to another number of shards", () => {
  it("[RS1] shows readers the same by the old number and by the new, from whatever an earlier run left", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), number, number, (items, from, to) => {
        fc.pre(from !== to);
        const shards = new Shards(items);
        const before = shards.seen(from);
        shards.carry(planMoves(shards.items, from, to));
        expect(shards.seen(from)).toEqual(before);
        expect(shards.seen(to)).toEqual(before);
        expect(planMoves(shards.items, from, to)).toEqual({ copies: [], removals: [] });
        for (const stray of strays(shards.items, to)) shards.remove(stray);
        expect(shards.seen(to)).toEqual(before);
        expect(shards.items).toHaveLength(Object.keys(before).length);
      }),
      runs,
    );
  });

  it("[RS1] takes along what was edited, added or deleted between the last look and the switch", () => {
    const edit = fc.record({ at: fc.nat(), how: fc.constantFrom("edit", "delete", "add"), item });
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 20 }),
        fc.array(edit, { maxLength: 6 }),
        number,
        number,
        (items, edits, from, to) => {
          fc.pre(from !== to);
          const shards = new Shards(items);
          shards.carry(planMoves(shards.items, from, to));
          const seen = shards.items;
          for (const { at, how, item: other } of edits) {
            // A person in the console edits what counts, or adds where it counts.
            const real = shards.items.filter((each) => !isStray(each, from));
            const chosen = real[at % Math.max(1, real.length)];
            const shard = shardOf(idOf(other.family, other.key), from);
            if (how === "add") shards.put({ ...other, shard, data: { value: 9 } });
            else if (chosen !== undefined && how === "edit") shards.put({ ...chosen, data: { value: 8 } });
            else if (chosen !== undefined) shards.remove(chosen);
          }
          const wanted = shards.seen(from);
          shards.carry(planLate(seen, shards.items, { from, to }));
          expect(shards.seen(to)).toEqual(wanted);
        },
      ),
      runs,
    );
  });

  it("[RS1] keeps an item's history with it", () => {
    expect(idOf("history", historyKey("s:support:us", 12, "publish_1-a"))).toBe("support:us");
    expect(idOf("rule", "a:0000000001:b")).toBe("a:0000000001:b");
  });
});
