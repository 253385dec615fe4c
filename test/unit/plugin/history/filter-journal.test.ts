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

  it("[HV16] a day's first moment belongs to it, and the last day's end does not", async () => {
    const { find } = scene(9);
    expect(generations((await find({ from: 4 * DAY })).items)).toEqual([9, 8, 7, 6, 5, 4]);
    expect(generations((await find({ from: 4 * DAY + 1 })).items)).toEqual([9, 8, 7, 6, 5]);
    expect(generations((await find({ to: 4 * DAY })).items)).toEqual([3, 2, 1]);
    expect(generations((await find({ to: 4 * DAY + 1 })).items)).toEqual([4, 3, 2, 1]);
  });

  it("[HV16] a page whose oldest publish is the first day's may have more of it", async () => {
    const { find, reads } = scene(40);
    // The first page ends with the publish of this very moment.
    const page = await find({ from: 31 * DAY, person: "bo" });
    expect([generations(page.items), page.more, reads.length]).toEqual([[], false, 2]);
  });

  it("[HV16] one request reads eight pages at most", async () => {
    const { find, reads } = scene(1000);
    const page = await find({ person: "nobody" });
    expect([page.items, page.more, page.next, reads.length]).toEqual([[], true, 921, 8]);
  });

  it("[HV16] without a filter a request ends with the first pages that are enough, spaces name nobody", async () => {
    const { find, reads } = scene(1000);
    const page = await find({ person: "  " });
    expect([page.items.length, reads.length]).toEqual([30, 3]);
    expect(generations((await find({ person: " bo " })).items)).toEqual([1000, 950]);
  });

  it("[HV16] an empty journal has nothing more", async () => {
    const { find, reads } = scene(0);
    expect(await find({ from: DAY })).toMatchObject({ items: [], more: false });
    expect(reads).toHaveLength(1);
  });
});
