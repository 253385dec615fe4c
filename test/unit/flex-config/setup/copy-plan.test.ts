import { historyItemId } from "@schedule-manager/flex-config/setup/history-item-id";
import {
  type Copies,
  planCopies,
  planLate,
  type Stored,
} from "@schedule-manager/flex-config/setup/copy-plan";
import { historyKey } from "@schedule-manager/shared/sync/layout";
import fc from "../../../support/fast-check";

const name = ({ family, key }: Pick<Stored, "family" | "key">): string => `${family}:${key}`;

/** The maps of one layout. */
class Maps {
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
    this.#items.set(name(item), { ...item, revision: `r${this.#revision}` });
  }

  remove(item: Stored): void {
    this.#items.delete(name(item));
  }

  carry({ copies, removals }: Copies): void {
    for (const item of removals) this.remove(item);
    for (const { from, over } of copies) {
      expect(over ?? undefined).toEqual(this.#items.get(name(from)));
      this.put(from);
    }
  }

  get seen(): Record<string, unknown> {
    return Object.fromEntries(this.items.map((item) => [name(item), item.data] as const).toSorted());
  }
}

const item: fc.Arbitrary<Stored> = fc.record({
  family: fc.constantFrom("rule", "schedule", "history"),
  key: fc.constantFrom("a", "b", "c-1", "d.2", "e_3"),
  revision: fc.constant("r0"),
  data: fc.integer({ min: 0, max: 3 }).map((value) => ({ value })),
});
const runs = { numRuns: 500 };

describe("copying to the maps of another layout", () => {
  it("[RS1] a copy equals its source, whatever an earlier run left in the target", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.array(item, { maxLength: 12 }), (items, left) => {
        const from = new Maps(items);
        const to = new Maps(left);
        to.carry(planCopies(from.items, to.items));
        expect(to.seen).toEqual(from.seen);
        expect(planCopies(from.items, to.items)).toEqual({ copies: [], removals: [] });
      }),
      runs,
    );
  });

  it("[RS1] items edited, added or deleted between the last read and the switch are copied, and no others", () => {
    const edit = fc.record({ at: fc.nat(), how: fc.constantFrom("edit", "delete", "add"), item });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.array(edit, { maxLength: 6 }), (items, edits) => {
        const from = new Maps(items);
        const to = new Maps([]);
        to.carry(planCopies(from.items, to.items));
        const seen = from.items;
        for (const { at, how, item: other } of edits) {
          const chosen = from.items[at % Math.max(1, from.items.length)];
          if (how === "add") from.put({ ...other, data: { value: 9 } });
          else if (chosen !== undefined && how === "edit") from.put({ ...chosen, data: { value: 8 } });
          else if (chosen !== undefined) from.remove(chosen);
        }
        // An item added to the new maps after the switch is not a leftover.
        const added = { family: "rule", key: "added", data: { value: 7 } } as const;
        to.put(added);
        to.carry(planLate(seen, from.items, to.items));
        expect(to.seen).toEqual({ ...from.seen, [name(added)]: added.data });
      }),
      runs,
    );
  });

  it("[RS1] the key of a history entry contains the item's id", () => {
    expect(historyItemId(historyKey("s:support:us", 12, "publish_1-a"))).toBe("support:us");
    expect(historyItemId(historyKey("r:s:odd", 12, "publish_1-a"))).toBe("s:odd");
  });
});
