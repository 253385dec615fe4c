import { SHARED_READER, type SharedReader } from "@schedule-manager/shared/sync-layout";
import { findSharedReader, SHARED_TIMEOUT } from "@schedule-manager/plugin/sync/shared-reader";
import { MemorySync } from "../../contract/plugin-sync/memory-sync";

const GOOD: SharedReader = { token: "good", serviceSid: "IS0", shards: 8 };
const OLD: SharedReader = { ...GOOD, token: "old" };

function look(sync: MemorySync, wait = 1000) {
  let found: unknown = "looking";
  void findSharedReader({
    connect: sync.connect,
    flexToken: () => "flex",
    isGood: ({ token }) => token === "good",
    wait: () => wait,
  }).then((result) => (found = result));
  return { found: () => found };
}

describe("the token that readers share", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("[OC17] is read with the Flex token, on a client that is closed again", async () => {
    const sync = new MemorySync();
    sync.createDocument(SHARED_READER, GOOD);
    const { found } = look(sync);
    await jest.advanceTimersByTimeAsync(0);
    expect(found()).toEqual(GOOD);
    expect(sync.tokens).toEqual(["flex"]);
    expect(sync.clients).toBe(0);
  });

  it.each<[string, unknown]>([
    ["has ended", OLD],
    ["is spoilt", { token: 5 }],
  ])("[OC18] one that %s is waited for a moment, so that one browser fetches it for all", async (_, data) => {
    const sync = new MemorySync();
    sync.createDocument(SHARED_READER, data);
    const { found } = look(sync);
    await jest.advanceTimersByTimeAsync(500);
    expect(found()).toBe("looking");
    sync.setDocument(SHARED_READER, GOOD);
    await jest.advanceTimersByTimeAsync(0);
    expect(found()).toEqual(GOOD);
  });

  it("[OC18] when nobody brings one, this browser has to", async () => {
    const sync = new MemorySync();
    sync.createDocument(SHARED_READER, OLD);
    const { found } = look(sync);
    await jest.advanceTimersByTimeAsync(1000);
    expect(found()).toBe("none");
    expect(sync.clients).toBe(0);
  });

  it("[OC18] so it is when there never was one", async () => {
    const first = look(new MemorySync());
    const sync = new MemorySync();
    const second = look(sync);
    await jest.advanceTimersByTimeAsync(500);
    sync.createDocument(SHARED_READER, GOOD);
    await jest.advanceTimersByTimeAsync(500);
    expect(first.found()).toBe("none");
    expect(second.found()).toEqual(GOOD);
  });

  it("[OC19] where Flex's token opens nothing, that is said", async () => {
    const denied = new MemorySync();
    const first = look(denied);
    denied.tell((client) => client.state("denied"));
    await jest.advanceTimersByTimeAsync(0);
    expect(first.found()).toBe("unavailable");

    const silent = look({
      connect: () => ({ watchDocument: () => new Promise(() => undefined), close: () => undefined }),
    } as never);
    await jest.advanceTimersByTimeAsync(SHARED_TIMEOUT);
    expect(silent.found()).toBe("unavailable");
  });
});
