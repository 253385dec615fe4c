import type { MapListener } from "@schedule-manager/plugin/sync/connection";
import { followMap } from "@schedule-manager/plugin/sync/follow-map";
import { openMaps } from "@schedule-manager/plugin/sync/open-maps";
import type { FakeMap } from "./fake-sdk";
import { fakeClient, sdkItem } from "./fake-sdk";

const [A, B, C] = [sdkItem("a"), sdkItem("b"), sdkItem("c")];

function log() {
  const told: string[] = [];
  const listener: MapListener = {
    reset: (items) => told.push(`reset ${items.map(({ key }) => key).join()}`),
    changed: ({ key, revision }) => told.push(`changed ${key} ${revision}`),
    removed: (key) => told.push(`removed ${key}`),
    caughtUp: () => told.push("caught up"),
    lost: ({ status, message }) => told.push(`lost ${status} ${message}`),
  };
  return { told, listener };
}

/** Lets every promise that can settle do so. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Follows a map with these pages. `onOpen` gets each map that the SDK opens. */
function follow(pages: FakeMap["pages"], onOpen?: Parameters<typeof fakeClient>[1]) {
  const { client, opened } = fakeClient(pages, onOpen);
  const open = openMaps(client);
  const { told, listener } = log();
  return { told, opened, open, watch: followMap(() => open("rules-0"), "rules-0", listener) };
}

describe("a map that is followed through the SDK", () => {
  it("[PL1] is read once its subscription is there, and its events follow in order", async () => {
    const { told, opened, watch } = follow([[A, B]]);
    await settled();
    expect(told).toEqual([]);
    opened[0]?.subscription("established");
    await watch;
    opened[0]?.emit("itemAdded", { item: C });
    opened[0]?.emit("itemUpdated", { item: sdkItem("a", "1") });
    opened[0]?.emit("itemRemoved", { key: "b" });
    expect(told).toEqual(["reset a,b", "caught up", "changed c 0", "changed a 1", "removed b"]);
  });

  it("[PL1] events before the items are delivered after them; a removal of an item that was read again is none", async () => {
    const { told, opened, watch } = follow([[A, B]]);
    await settled();
    opened[0]?.emit("itemRemoved", { key: "a" });
    opened[0]?.emit("itemRemoved", { key: "c" });
    opened[0]?.emit("itemUpdated", { item: sdkItem("b", "1") });
    opened[0]?.subscription("established");
    await watch;
    expect(told).toEqual(["reset a,b", "removed c", "changed b 1", "caught up"]);
  });

  it("[PL2] an item is a copy with its time in ms", async () => {
    const received: unknown[] = [];
    const { client, opened } = fakeClient([[A]]);
    const open = openMaps(client);
    const { listener } = log();
    const watch = followMap(() => open("m"), "m", { ...listener, reset: (items) => received.push(...items) });
    await settled();
    opened[0]?.subscription("established");
    await watch;
    expect(received).toEqual([{ key: "a", data: { key: "a" }, revision: "0", updated: 7 }]);
    expect(received[0]).not.toBe(A);
  });

  it("[PL3] all pages are delivered together", async () => {
    const { told, opened, watch } = follow([[A], [B], [C]]);
    await settled();
    opened[0]?.subscription("established");
    await watch;
    expect(told).toEqual(["reset a,b,c", "caught up"]);
    expect(opened).toHaveLength(1);
  });

  it.each<[string, (map: FakeMap) => void]>([
    ["is added", (map) => map.emit("itemAdded", { item: C })],
    ["is removed", (map) => map.emit("itemRemoved", { key: "a" })],
    [
      "is removed, on which the SDK fails,",
      (map) => {
        map.emit("itemRemoved", { key: "a" });
        throw new TypeError("no descriptor");
      },
    ],
  ])("[PL4] when an item %s between two pages, the map is closed and read again", async (_, disturb) => {
    const { told, opened, watch } = follow([[A], [B], []], (map, index) => {
      if (index === 0) map.betweenPages = () => void disturb(map);
      setTimeout(() => {
        map.subscription("established");
      }, 0);
    });
    (await watch).close();
    expect(told).toEqual(["reset a,b", "caught up"]);
    expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, true]);
  });

  it("[PL4] a change of an item between two pages does not read them again", async () => {
    const { told, opened, watch } = follow([[A], [B]], (map) => {
      map.betweenPages = () => void map.emit("itemUpdated", { item: sdkItem("a", "1") });
    });
    await settled();
    opened[0]?.subscription("established");
    await watch;
    expect(told).toEqual(["reset a,b", "changed a 1", "caught up"]);
    expect(opened).toHaveLength(1);
  });

  it("[PL4] a map that is disturbed at each of five reads is refused, and closed each time", async () => {
    const { told, opened, watch } = follow([[A], [B], [C]], (map) => {
      map.betweenPages = () => void map.emit("itemAdded", { item: C });
      setTimeout(() => {
        map.subscription("established");
      }, 0);
    });
    await expect(watch).rejects.toMatchObject({
      status: 0,
      message: "rules-0 kept changing while it was read.",
    });
    expect(told).toEqual([]);
    expect(opened.map(({ isClosed }) => isClosed)).toEqual(Array.from({ length: 5 }, () => true));
  });

  it.each([
    ["an error of the SDK's own", new TypeError("undefined is not a function")],
    ["a refusal", Object.assign(new Error("busy"), { status: 429 })],
  ])("[PL4] %s at an undisturbed read is passed on, and the map closed", async (_, error) => {
    const { opened, watch } = follow([[A], [B]], (map) => {
      map.betweenPages = () => {
        throw error;
      };
    });
    await settled();
    opened[0]?.subscription("established");
    await expect(watch).rejects.toBe(error);
    expect(opened.map(({ isClosed }) => isClosed)).toEqual([true]);
  });

  it("[PL4] a refusal at a disturbed read is passed on", async () => {
    const busy = Object.assign(new Error("busy"), { status: 429 });
    const { opened, watch } = follow([[A], [B]], (map) => {
      map.betweenPages = () => {
        map.emit("itemRemoved", { key: "a" });
        throw busy;
      };
    });
    await settled();
    opened[0]?.subscription("established");
    await expect(watch).rejects.toBe(busy);
  });

  it("[PL6] a removed map and a failed one are reported with their status and closed", async () => {
    for (const [event, error, expected] of [
      ["removed", undefined, "lost 404 The map was removed."],
      ["failure", { status: 401, message: "denied" }, "lost 401 denied"],
    ] as const) {
      const { told, opened, watch } = follow([[A]]);
      await settled();
      opened[0]?.subscription("established");
      await watch;
      opened[0]?.emit(event, error);
      expect(told).toEqual(["reset a", "caught up", expected]);
      expect(opened[0]?.isClosed).toBe(true);
    }
  });

  it.each(["removed", "failure"])(
    "[PL6] a map that ends by %s before its subscription is there does not count as caught up",
    async (event) => {
      const { told, opened, watch } = follow([[A]]);
      await settled();
      opened[0]?.emit(event, { status: 404, message: "The map was removed." });
      await watch;
      expect(told).toEqual(["reset a", "lost 404 The map was removed."]);
    },
  );

  it("[PL6] a map that is removed while it is read does not count as caught up", async () => {
    const { told, opened, watch } = follow([[A], [B]], (map) => {
      map.betweenPages = () => void map.emit("removed");
    });
    await settled();
    opened[0]?.subscription("established");
    await watch;
    expect(told).toEqual(["reset a,b", "lost 404 The map was removed."]);
  });

  it("[OC2] is caught up again at each new subscription, and not while one is missing", async () => {
    const { told, opened, watch } = follow([[A]]);
    await settled();
    opened[0]?.subscription("none");
    await settled();
    expect(told).toEqual([]);
    opened[0]?.subscription("established");
    await watch;
    opened[0]?.subscription("none");
    expect(told).toEqual(["reset a", "caught up"]);
    opened[0]?.subscription("established");
    expect(told).toEqual(["reset a", "caught up", "caught up"]);
  });

  it("[OC2] a socket that is lost while the map is read delays being caught up until it is back", async () => {
    const { told, opened, watch } = follow([[A], [B]], (map) => {
      map.betweenPages = () => {
        map.subscription("none");
      };
    });
    await settled();
    opened[0]?.subscription("established");
    await watch;
    expect(told).toEqual(["reset a,b"]);
    opened[0]?.subscription("established");
    expect(told).toEqual(["reset a,b", "caught up"]);
  });
});

describe("several users of one map", () => {
  it("[OC2] a later user knows that the subscription which it shares is there", async () => {
    const { client, opened } = fakeClient([[A]]);
    const open = openMaps(client);
    const first = await open("m");
    expect(first.isSubscribed()).toBe(false);
    opened[0]?.subscription("established");
    expect((await open("m")).isSubscribed()).toBe(true);
  });

  it("[OC2] the subscription is known until the last user closes, however often each closes", async () => {
    const { client, opened } = fakeClient([[A]]);
    const open = openMaps(client);
    const [first, second] = [await open("m"), await open("m")];
    opened[0]?.subscription("established");
    first.close();
    first.close();
    const third = await open("m");
    expect(third.isSubscribed()).toBe(true);
    second.close();
    third.close();
    expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, true, true]);
    expect((await open("m")).isSubscribed()).toBe(false);
  });
});
