import { Journal } from "../../stand-in/sync/journal";
import type { SyncEvent } from "../../stand-in/sync/types";

const event = (id: number, key: string): SyncEvent => ({
  type: "map_item_updated",
  objectSid: "MP1",
  kind: "map",
  id,
  key,
  body: { id, item_key: key },
});
const ids = (events: readonly SyncEvent[]) => events.map(({ id }) => id);

describe("journal", () => {
  it("[SY61] gives the events after an id, in order", () => {
    const journal = new Journal();
    for (let id = 1; id <= 5; id += 1) journal.add(event(id, "k"));
    expect(ids(journal.after(0))).toEqual([1, 2, 3, 4, 5]);
    expect(ids(journal.after(3))).toEqual([4, 5]);
    expect(ids(journal.after(5))).toEqual([]);
    expect(ids(journal.after(99))).toEqual([]);
  });

  it("[SY61] stays small, and still tells of the last change of every key", () => {
    const journal = new Journal([], { limit: 20, whole: 5 });
    for (let id = 1; id <= 1000; id += 1) journal.add(event(id, id % 2 === 0 ? "often" : `rare${id % 6}`));
    expect(journal.events.length).toBeLessThanOrEqual(25);
    const last = new Map(journal.after(0).map(({ key, id }) => [key, id]));
    expect(Object.fromEntries(last)).toEqual({ often: 1000, rare1: 997, rare3: 999, rare5: 995 });
    expect(ids(journal.after(0))).toEqual([...ids(journal.after(0))].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(ids(journal.after(995))).toEqual([996, 997, 998, 999, 1000]);
  });
});
