import { changeItem } from "@schedule-manager/plugin/sync/change-item";
import { upTo } from "@schedule-manager/plugin/sync/item-range";
import { itemLister } from "@schedule-manager/plugin/sync/list-items";
import { lost, problem } from "@schedule-manager/plugin/sync/problem";

const sdkItem = (key: string) => ({ key, data: { key }, revision: "0", dateUpdated: new Date(7) });

/** A map whose SDK pages are given. */
function mapOf(pages: readonly (readonly string[])[]) {
  const state = { open: 0, most: 0, requests: [] as object[], turned: 0, isRefused: false };
  const pageAt = (index: number): object => ({
    items: (pages[index] ?? []).map(sdkItem),
    hasNextPage: index + 1 < pages.length,
    nextPage: () => {
      state.turned += 1;
      return Promise.resolve(pageAt(index + 1));
    },
  });
  const open = async () => {
    state.open += 1;
    state.most = Math.max(state.most, state.open);
    const getItems = (request: object): Promise<object> => {
      state.requests.push(request);
      return state.isRefused ? Promise.reject(new Error("busy")) : Promise.resolve(pageAt(0));
    };
    return { map: { getItems }, close: () => (state.open -= 1) };
  };
  return { state, list: itemLister(open as never) };
}
const keys = ({ items }: { readonly items: readonly { readonly key: string }[] }) =>
  items.map(({ key }) => key);

describe("a part of a map", () => {
  it("[HV1] pages that Sync cut short are filled, and more is said only where more exists", async () => {
    const short = mapOf([["a"], ["b", "c"], ["d"]]);
    const page = await short.list("m", { pageSize: 2 });
    expect([keys(page), page.more]).toEqual([["a", "b"], true]);
    const exact = await mapOf([["a"], ["b"]]).list("m", { pageSize: 2 });
    expect([keys(exact), exact.more]).toEqual([["a", "b"], false]);
    expect(short.state.requests).toStrictEqual([{ order: "asc", pageSize: 2 }]);
    expect(page.items[0]).toEqual({ key: "a", data: { key: "a" }, revision: "0", updated: 7 });
  });

  it("[HV1] reads of one map follow one another, each from a map that was opened for it", async () => {
    const { state, list } = mapOf([["a"]]);
    await Promise.all([list("m", { from: "a", order: "desc" }), list("m", {}), list("m", {})]);
    expect([state.most, state.open]).toEqual([1, 0]);
    expect(state.requests[0]).toEqual({ from: "a", order: "desc", pageSize: 100 });
  });

  it("[HV1] a page that is full turns no further page, and one that is overfull leaves more", async () => {
    const full = mapOf([["a", "b"], ["c"]]);
    const page = await full.list("m", { pageSize: 2 });
    expect([keys(page), page.more, full.state.turned]).toEqual([["a", "b"], true, 0]);
    const over = await mapOf([["a"], ["b", "c"]]).list("m", { pageSize: 2 });
    expect([keys(over), over.more]).toEqual([["a", "b"], true]);
    const last = mapOf([["a"]]);
    expect(await last.list("m", {})).toMatchObject({ more: false });
    expect(last.state.turned).toBe(0);
  });

  it("[HV1] a read that Sync refuses closes its map and holds up no later one", async () => {
    const { state, list } = mapOf([["a"]]);
    state.isRefused = true;
    const refused = list("m", {});
    const later = list("m", {});
    await expect(refused).rejects.toThrow("busy");
    state.isRefused = false;
    expect(keys(await later)).toEqual(["a"]);
    expect(state.open).toBe(0);
  });

  it("[HV1] a range ends at its last key in either direction", () => {
    const items = ["b", "c", "d"].map((key) => ({ key, data: {}, revision: "0", updated: 0 }));
    expect([keys(upTo(items, true, { to: "c" })), upTo(items, true, { to: "c" }).more]).toEqual([
      ["b", "c"],
      false,
    ]);
    expect(upTo(items, true, { to: "d" }).more).toBe(true);
    expect(keys(upTo([...items].reverse(), true, { to: "c", order: "desc" }))).toEqual(["d", "c"]);
    expect(upTo(items, true, {})).toEqual({ items, more: true });
  });
});

describe("a change of an item", () => {
  /** `before`: the item's data as the SDK gives them. */
  function change(before: unknown, outcomes: readonly unknown[], value: object | null = { a: 1 }) {
    const seen: unknown[] = [];
    let closed = 0;
    let attempt = 0;
    const mutate = (_key: string, mutator: (data: unknown) => unknown) => {
      mutator(before);
      const outcome = outcomes[attempt];
      attempt += 1;
      // The SDK also rejects with objects that are no errors.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      return outcome === undefined ? Promise.resolve(sdkItem("k")) : Promise.reject(outcome);
    };
    const open = () => Promise.resolve({ map: { mutate }, close: () => (closed += 1) });
    const result = changeItem(open as never, "m", "k", 60, (data) => {
      seen.push(data);
      return value;
    });
    return { result, seen, closed: () => closed };
  }
  const CUT_OFF = { message: "disconnected while it was sent" };

  it.each([[{}], [null], [undefined]])("[LK1] %j is an item that does not exist", async (before) => {
    const { seen, result, closed } = change(before, []);
    expect(await result).toMatchObject({ key: "k", updated: 7 });
    expect([seen, closed()]).toEqual([[undefined], 1]);
  });

  it("[LK1] a write that was in flight when the socket closed is repeated with the current data", async () => {
    const { seen, result, closed } = change({ lock: 1 }, [CUT_OFF, CUT_OFF]);
    expect(await result).toMatchObject({ key: "k" });
    expect([seen.length, closed()]).toEqual([3, 3]);
    expect(seen[2]).toEqual({ lock: 1 });
  });

  it.each([
    ["a third lost socket", [CUT_OFF, CUT_OFF, CUT_OFF], 3],
    ["a refusal", [{ status: 403, message: "disconnected" }], 1],
    ["another error", [new TypeError("x")], 1],
  ])("[LK1] %s ends the write", async (_case, outcomes, times) => {
    const { seen, result } = change({ lock: 1 }, outcomes);
    await expect(result).rejects.toBe(outcomes.at(-1));
    expect(seen).toHaveLength(times);
  });

  it("[LK1] a change that wants nothing writes nothing", async () => {
    expect(await change({ lock: 1 }, [], null).result).toBeNull();
  });
});

describe("a rejection of the SDK", () => {
  it.each([
    [
      { status: 404, code: 54_300, message: "gone" },
      { status: 404, code: 54_300, message: "gone" },
    ],
    [new Error("no"), { status: 0, code: 0, message: "no" }],
    ["text", { status: 0, code: 0, message: "text" }],
    [undefined, { status: 0, code: 0, message: "undefined" }],
    [
      { status: "404", code: null },
      { status: 0, code: 0, message: "[object Object]" },
    ],
  ])("[PL6] %j has a status, a code and a message as far as they are given", (error, expected) => {
    expect(lost(error)).toEqual(expected);
    expect(problem(error)).toMatchObject(expected);
  });
});
