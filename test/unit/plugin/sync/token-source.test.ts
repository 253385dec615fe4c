import type { Right, SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import { type StoredToken, tokenSource } from "@schedule-manager/plugin/sync/token-source";

/** ms. The minimum remaining lifetime of a cached token; a computer's clock can be minutes off. */
const LEAST_LIFE = 15 * 60_000;

const NOW = Date.parse("2026-03-02T08:00:00Z");
const HOUR = 3_600_000;
const kept = (endsIn: number): StoredToken => ({
  token: "kept",
  serviceSid: "IS0",
  shards: 8,
  endsAt: NOW + endsIn,
});

function scene({ mayView = false, right = "read" }: { mayView?: boolean; right?: Right } = {}) {
  let asked = 0;
  let refuses = false;
  const source = tokenSource({
    askFunctions: async () => {
      asked += 1;
      if (refuses) return { ok: false, code: "unreachable", message: "", body: null };
      const answer: SyncTokenAnswer = {
        token: `fresh${asked}`,
        serviceSid: "IS0",
        ttl: 12 * 3600,
        shards: 8,
        right,
        identity: "sam",
        now: NOW,
      };
      return { ok: true, answer };
    },
    identity: "sam",
    mayView,
    now: () => NOW,
  });
  const fetch = async (why: "start" | "renew") => {
    const result = await source.fetch(why);
    return result.ok ? result.answer : null;
  };
  return { source, fetch, asked: () => asked, refuse: () => (refuses = true) };
}

describe("the token source", () => {
  it("[PL107] an editor's or a viewer's first token can be asked for before the cache is read, once", async () => {
    const { source, fetch, asked } = scene({ mayView: true, right: "edit" });
    source.askEarly();
    source.askEarly();
    expect(asked()).toBe(1);
    source.restore(null);
    expect((await fetch("start"))?.token).toBe("fresh1");
    expect(asked()).toBe(1);
    expect((await fetch("renew"))?.token).toBe("fresh2");
  });

  it("[PL107] a reader's token waits for the cache", () => {
    const { source, asked } = scene();
    source.askEarly();
    expect(asked()).toBe(0);
  });

  it("[OC9] a reader starts with the cached token and makes no request", async () => {
    const { source, fetch, asked } = scene();
    source.restore(kept(2 * HOUR));
    expect(await fetch("start")).toEqual({
      token: "kept",
      serviceSid: "IS0",
      ttl: 7200,
      shards: 8,
      right: "read",
      identity: "sam",
      now: NOW,
    });
    expect(asked()).toBe(0);
    expect(source.stored()).toEqual(kept(2 * HOUR));
  });

  it("[OC11] without a cached token the functions provide one, which is stored until it ends", async () => {
    const { source, fetch } = scene();
    expect((await fetch("start"))?.token).toBe("fresh1");
    expect(source.stored()).toEqual({
      token: "fresh1",
      serviceSid: "IS0",
      shards: 8,
      endsAt: NOW + 12 * HOUR,
    });
  });

  it.each([
    [LEAST_LIFE + 1, "kept"],
    [LEAST_LIFE, "fresh1"],
    [-HOUR, "fresh1"],
  ])("[OC13] with a cached token that ends in %i ms, the token %s is used", async (endsIn, token) => {
    const { source, fetch } = scene();
    source.restore(kept(endsIn));
    expect((await fetch("start"))?.token).toBe(token);
  });

  it("[OC14] a cached token is tried once: the next attempt and a renewal fetch another", async () => {
    const { source, fetch } = scene();
    source.restore(kept(2 * HOUR));
    await fetch("start");
    expect((await fetch("start"))?.token).toBe("fresh1");
    expect((await fetch("renew"))?.token).toBe("fresh2");
    const other = scene();
    other.source.restore(kept(2 * HOUR));
    expect((await other.fetch("renew"))?.token).toBe("fresh1");
  });

  it("[OC15] an editor's or viewer's token is neither read from the cache nor stored", async () => {
    const { source, fetch } = scene({ mayView: true, right: "edit" });
    source.restore(kept(2 * HOUR));
    expect((await fetch("start"))?.token).toBe("fresh1");
    expect(source.stored()).toBeNull();
    for (const right of ["view", "toggle", "edit"] as const) {
      const other = scene({ right });
      await other.fetch("start");
      expect([right, other.source.stored()]).toEqual([right, null]);
    }
  });

  it("[OC16] the number of shards from Sync wins over the number in the token answer", async () => {
    const { source, fetch } = scene();
    source.learnShards(3);
    expect((await fetch("start"))?.shards).toBe(3);
    source.learnShards(5);
    expect(source.stored()?.shards).toBe(5);
  });

  it("[OC11] a refusal is returned, and the cached token stays", async () => {
    const { source, fetch, refuse } = scene();
    source.restore(kept(2 * HOUR));
    refuse();
    expect(await fetch("renew")).toBeNull();
    expect(source.stored()).toEqual(kept(2 * HOUR));
  });
});
