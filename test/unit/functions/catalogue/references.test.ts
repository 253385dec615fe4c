import { Catalogue } from "@schedule-manager/functions/catalogue/catalogue";
import { type CatalogueItem, itemFrom } from "@schedule-manager/functions/catalogue/items";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";

const NOON = Date.parse("2026-12-24T12:00:00Z");
const none = (): undefined => undefined;
const source = (revision: string, dates: unknown): CatalogueItem =>
  itemFrom("rule", "source", revision, { name: "Source", isOpen: false, dates }, none);
const eve = itemFrom(
  "rule",
  "eve",
  "1",
  { name: "Eve", isOpen: true, dates: [], relativeTo: { rules: ["source"], days: -1 } },
  none,
);
const support = itemFrom(
  "schedule",
  "support",
  "1",
  { name: "Support", timeZone: "UTC", manualClose: false, rules: ["eve"] },
  none,
);
const itemsOf = (...items: readonly CatalogueItem[]): ReadonlyMap<ItemRef, CatalogueItem> =>
  new Map(items.map((item) => [itemRef(item.kind, item.id), item]));

function says(catalogue: Catalogue): string {
  const found = catalogue.find("Support");
  if (found === null || "problem" in found) return "none";
  return `${evaluate(found.compiled, NOON).isOpen ? "open" : "closed"}${found.outdated ? " (outdated)" : ""}`;
}

describe("a catalogue whose rules refer to others", () => {
  it("[EV9] a change of a referenced rule recompiles the schedule; other changes do not", () => {
    const first = new Catalogue(1, 1, itemsOf(eve, support, source("1", ["2026-12-25"])));
    expect(says(first)).toBe("open");
    const same = first.with(2, 1, itemsOf(eve, support, source("1", ["2026-12-25"])));
    const compiled = (catalogue: Catalogue): unknown => {
      const found = catalogue.find("Support");
      return found !== null && "compiled" in found ? found.compiled : null;
    };
    expect(compiled(same)).toBe(compiled(first));
    const moved = same.with(3, 1, itemsOf(eve, support, source("2", ["2026-12-27"])));
    expect(says(moved)).toBe("closed");
    expect(says(moved.with(4, 1, itemsOf(eve, support)))).toBe("closed");
  });

  it("[EV9] an answer is outdated when a referenced rule is invalid", () => {
    expect(says(new Catalogue(1, 1, itemsOf(eve, support, source("1", "Christmas"))))).toBe(
      "closed (outdated)",
    );
  });
});
