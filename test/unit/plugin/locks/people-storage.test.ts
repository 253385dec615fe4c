import { storePeople } from "@schedule-manager/plugin/locks/people-storage";
import { presenceChanged } from "@schedule-manager/plugin/locks/presence";
import { flexLikeStore } from "../store";

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
}

const seen = (identity: string, name: string) =>
  presenceChanged({
    now: 1000,
    events: [
      {
        type: "changed",
        entry: {
          ref: "s:a",
          revision: "1",
          updated: 1000,
          data: { lockId: identity, by: { identity, name }, since: "2026-01-01T00:00:00Z" },
        } as never,
      },
    ],
  });

describe("the names of people", () => {
  it("[HV17] a person seen in an edit lock is still named after a reload, when the person is offline", () => {
    const storage = memory();
    const first = flexLikeStore();
    const stop = storePeople(first, storage, "people");
    first.dispatch(seen("bo_40x", "Bo Diaz"));
    stop();
    const next = flexLikeStore();
    storePeople(next, storage, "people");
    expect(next.getState().scheduleManager.presence.people["bo_40x"]).toBe("Bo Diaz");
    next.dispatch(seen("bo_40x", "Bo Diaz-Kim"));
    expect(JSON.parse(storage.getItem("people") ?? "")).toEqual({ bo_40x: "Bo Diaz-Kim" });
  });

  it.each(["no JSON", "5", '{"a": 5}'])("[HV17] a stored value such as %s gives no names", (text) => {
    const storage = memory();
    storage.setItem("people", text);
    const store = flexLikeStore();
    storePeople(store, storage, "people");
    expect(Object.keys(store.getState().scheduleManager.presence.people)).toEqual([]);
  });

  it("[HV17] names that another tab stored meanwhile stay, and of very many the first are forgotten", () => {
    const storage = memory();
    const store = flexLikeStore();
    const stop = storePeople(store, storage, "people");
    const others = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`p${n}`, `Person ${n}`]));
    storage.setItem("people", JSON.stringify(others));
    store.dispatch(seen("bo_40x", "Bo Diaz"));
    const kept = Object.entries(JSON.parse(storage.getItem("people") ?? "") as Record<string, string>);
    expect(kept).toHaveLength(500);
    expect([kept[0], kept.at(-1)]).toEqual([
      ["p1", "Person 1"],
      ["bo_40x", "Bo Diaz"],
    ]);
    stop();
    store.dispatch(seen("cy_40x", "Cy"));
    expect(storage.getItem("people")).not.toContain("Cy");
  });

  it("[HV17] a full storage costs only the names", () => {
    const store = flexLikeStore();
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error("full");
      },
    } as unknown as Storage;
    storePeople(store, full, "people");
    store.dispatch(seen("bo_40x", "Bo Diaz"));
    expect(store.getState().scheduleManager.presence.people["bo_40x"]).toBe("Bo Diaz");
  });
});
