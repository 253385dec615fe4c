import { historySource } from "@schedule-manager/plugin/history/source";
import type { ConnectionTask } from "@schedule-manager/plugin/sync/connection-task";
import type { ItemPage, SyncConnection } from "@schedule-manager/plugin/sync/connection";

const control: Parameters<ConnectionTask>[2] = {
  fail: () => undefined,
  busy: () => undefined,
  isConnected: () => true,
};
const session = {} as Parameters<ConnectionTask>[1];
const PAGE: ItemPage = { items: [], more: false };

/** A client whose reads end when the test says so. */
function client() {
  const reads: { readonly name: string; readonly end: () => void; readonly fail: () => void }[] = [];
  const listItems: SyncConnection["listItems"] = (name) =>
    new Promise((resolve, reject) => {
      const end = () => resolve(PAGE);
      const fail = () => reject(new Error("lost"));
      reads.push({ name, end, fail });
    });
  return { reads, sync: { listItems } as SyncConnection, names: () => reads.map(({ name }) => name) };
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("the reads of the history", () => {
  it("[HV7] four are under way at once, the others follow in order, also after one that failed", async () => {
    const { task, list } = historySource();
    const { reads, sync, names } = client();
    task(sync, session, control);
    const all = ["a", "b", "c", "d", "e", "f", "g"].map((name) => list(name, {}).catch(() => "failed"));
    await turn();
    expect(names()).toEqual(["a", "b", "c", "d"]);
    reads[2]?.end();
    await turn();
    expect(names()).toEqual(["a", "b", "c", "d", "e"]);
    reads[0]?.fail();
    reads[1]?.end();
    await turn();
    expect(names()).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
    for (const { end } of reads) end();
    expect(await Promise.all(all)).toEqual(["failed", PAGE, PAGE, PAGE, PAGE, PAGE, PAGE]);
    // All places are free again.
    for (const name of ["h", "i", "j", "k", "l"]) void list(name, {});
    await turn();
    expect(names().slice(7)).toEqual(["h", "i", "j", "k"]);
  });

  it("[HV7] the end of an earlier client leaves the current one", async () => {
    const { task, list } = historySource();
    const [first, second] = [client(), client()];
    const endFirst = task(first.sync, session, control);
    const endSecond = task(second.sync, session, control);
    endFirst();
    void list("a", {});
    await turn();
    expect([first.names(), second.names()]).toEqual([[], ["a"]]);
    endSecond();
    await expect(list("b", {})).rejects.toMatchObject({ name: "SyncProblem", status: 0 });
  });
});
