import { filteredJournal, type JournalFilter } from "@schedule-manager/plugin/history/filter-journal";
import { searchKey } from "@schedule-manager/plugin/i18n/search-key";
import type { JournalEntry } from "@schedule-manager/shared/history/settled";

const ALL: JournalFilter = { person: "", item: null, from: null, to: null };
const PAGE = 10;
const DAY = 86_400_000;

const entry = (generation: number): JournalEntry => ({
  publish: `publish-${generation}`,
  generation,
  by: { identity: generation % 50 === 0 ? "bo" : "ada", name: generation % 50 === 0 ? "Bo Okafor" : "Ada" },
  at: new Date(generation * DAY).toISOString(),
  items: [generation % 2 === 0 ? "s:support" : "r:day"],
  skipped: [],
});

/** A journal with generations down to 1, ten a page. */
function scene(newest: number) {
  const reads: (number | null)[] = [];
  const read = (before: number | null) => {
    reads.push(before);
    const top = before === null ? newest : before - 1;
    const items = Array.from({ length: Math.min(PAGE, top) }, (_, index) => entry(top - index));
    const next = top - items.length + 1;
    return Promise.resolve({ items, more: next > 1, next });
  };
  const find = (filter: Partial<JournalFilter>, before: number | null = null) =>
    filteredJournal(read, { ...ALL, ...filter }, ({ by }) => searchKey(by.name ?? ""))(before);
  return { reads, find };
}

const generations = (items: readonly JournalEntry[]): readonly number[] =>
  items.map(({ generation }) => generation);

describe("the filtered journal", () => {
  it("[HV16] a page reads on until enough publishes match", async () => {
    const { find, reads } = scene(100);
    const page = await find({ item: "s:support" });
    expect(page.items.every(({ items }) => items.includes("s:support"))).toBe(true);
    expect(page.items).toHaveLength(25);
    expect([reads.length, page.more, page.next]).toEqual([5, true, 51]);
  });

  it("[HV16] a person is found by words of the name, however rare, over several requests", async () => {
    const { find } = scene(200);
    const first = await find({ person: "okafor bo" });
    expect([generations(first.items), first.more]).toEqual([[200, 150], true]);
    const second = await find({ person: "okafor bo" }, first.next);
    expect([generations(second.items), second.more]).toEqual([[100, 50], true]);
    const third = await find({ person: "okafor bo" }, second.next);
    expect([generations(third.items), third.more]).toEqual([[], false]);
  });

  it("[HV16] days limit the publishes, and nothing before the first day is read", async () => {
    const { find, reads } = scene(100);
    const page = await find({ from: 85 * DAY, to: 88 * DAY });
    expect([generations(page.items), page.more]).toEqual([[87, 86, 85], false]);
    expect(reads).toHaveLength(2);
  });
});
