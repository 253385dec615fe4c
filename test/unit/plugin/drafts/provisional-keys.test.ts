import { stored } from "@schedule-manager/plugin/catalogue/stored";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import { newKeys, provisionalKey, rekeyed } from "@schedule-manager/plugin/drafts/provisional-keys";
import { EXAMPLE, WEEKDAYS } from "../items";

const SCHEDULE = stored(EXAMPLE);
const RULE = stored(WEEKDAYS);
const draft = (
  kind: Draft["kind"],
  id: string,
  value: Draft["value"],
  base: Draft["base"] = null,
): Draft => ({
  kind,
  id,
  base,
  value,
  edited: 1,
});
/** Suffixes in order. */
function suffixes(...all: readonly string[]): () => string {
  let used = 0;
  return () => all[used++] ?? "zzzzzz";
}
const free = (): boolean => false;

describe("the final keys of new items", () => {
  it("[PL79] only new items with a value get one, from their names", () => {
    const drafts = [
      draft("rule", provisionalKey("1"), { ...RULE, name: "Night shift" }),
      draft("rule", "old-000001", RULE),
      draft("schedule", provisionalKey("2"), null),
    ];
    expect(newKeys(drafts, suffixes("aaaaaa", "bbbbbb"), free)).toEqual({
      "r:new:1": "night-shift-aaaaaa",
    });
  });

  it("[PL79] a key that an item, a draft or another new item has is not used", () => {
    const drafts = ["1", "2"].map((random) => draft("rule", provisionalKey(random), { ...RULE, name: "A" }));
    const keys = newKeys(
      drafts,
      suffixes("aaaaaa", "bbbbbb", "bbbbbb", "cccccc"),
      (ref) => ref === "r:a-aaaaaa",
    );
    expect(keys).toEqual({ "r:new:1": "a-bbbbbb", "r:new:2": "a-cccccc" });
  });

  it("[PL79] a rule and a schedule may have the same key", () => {
    const drafts = [
      draft("rule", provisionalKey("1"), { ...RULE, name: "A" }),
      draft("schedule", provisionalKey("2"), { ...SCHEDULE, name: "A" }),
    ];
    expect(newKeys(drafts, () => "aaaaaa", free)).toEqual({ "r:new:1": "a-aaaaaa", "s:new:2": "a-aaaaaa" });
  });
});

describe("references to new rules", () => {
  const KEYS = { "r:new:1": "night-aaaaaa" } as const;
  const listing = { ...SCHEDULE, rules: ["weekdays", "new:1"] };

  it("[PL79] follow in a schedule's value and base, in their places", () => {
    const base = { revision: "3", value: listing };
    expect(rekeyed(draft("schedule", "s", { ...listing, name: "Mine" }, base), KEYS)).toEqual(
      draft(
        "schedule",
        "s",
        { ...listing, name: "Mine", rules: ["weekdays", "night-aaaaaa"] },
        { revision: "3", value: { ...listing, rules: ["weekdays", "night-aaaaaa"] } },
      ),
    );
  });

  it("[PL79] a deletion keeps its base, which follows", () => {
    const base = { revision: "3", value: listing };
    const next = rekeyed(draft("schedule", "s", null, base), KEYS);
    expect(next.value).toBeNull();
    expect(next.base?.value).toMatchObject({ rules: ["weekdays", "night-aaaaaa"] });
  });

  it.each<[string, Draft]>([
    ["a schedule without new rules", draft("schedule", "s", SCHEDULE, { revision: "3", value: SCHEDULE })],
    ["a rule that refers to none", draft("rule", "r", RULE)],
    ["a schedule with the same key as the rule", draft("schedule", "new:1", SCHEDULE)],
    ["a deletion", draft("rule", "r", null, { revision: "3", value: RULE })],
  ])("[PL15] %s stays the same object", (_case, given) => {
    expect(rekeyed(given, KEYS)).toBe(given);
  });
});
