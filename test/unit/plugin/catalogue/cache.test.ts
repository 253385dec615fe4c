import {
  CACHE_VERSION,
  storedCatalogueFrom,
  storedCatalogueItem,
  type CacheKey,
} from "@schedule-manager/plugin/catalogue/cache/stored-catalogue";
import type { LiveSchedule } from "@schedule-manager/plugin/catalogue/live-items";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../items";

/** ms. Older schedules are too likely to be wrong today. */
const CACHE_LIFETIME = 7 * 24 * 3_600_000;

const NOW = Date.parse("2026-03-02T08:00:00Z");
const PLACE: CacheKey = {
  version: CACHE_VERSION,
  asOf: NOW - 1000,
  maps: ["schedules-0", "rules-0"],
  token: { token: "t", serviceSid: "IS0", shards: 1, endsAt: NOW + 1 },
  offset: -3000,
};
const { kind: _, ...example } = liveSchedule(EXAMPLE, "3");
const ITEMS = [
  storedCatalogueItem("schedule", example),
  storedCatalogueItem("rule", liveRule(WEEKDAYS, "1")),
];
/** A stored catalogue, as the browser returns it. */
const stored = (place: unknown = PLACE, items: readonly unknown[] = ITEMS) =>
  JSON.parse(JSON.stringify({ place, items })) as { place: unknown; items: unknown[] };

describe("the cached catalogue", () => {
  it("[OC20] a stored catalogue is restored unchanged", () => {
    const kept = storedCatalogueFrom(stored(), NOW);
    expect(kept?.catalogue.schedules).toEqual([example]);
    expect(kept?.offset).toBe(-3000);
    expect(kept?.catalogue.rules.map(({ value }) => value)).toEqual([WEEKDAYS]);
    expect(kept?.catalogue).toMatchObject({ maps: PLACE.maps, asOf: PLACE.asOf });
    expect(kept?.token).toEqual(PLACE.token);
  });

  it("[OC20] a stored invalid item is restored as invalid", () => {
    const broken = storedCatalogueItem("schedule", {
      ...(example as LiveSchedule),
      value: null,
      problem: "no",
    });
    const kept = storedCatalogueFrom(stored(PLACE, [broken]), NOW);
    expect(kept?.catalogue.schedules).toMatchObject([{ id: EXAMPLE.id, value: null }]);
  });

  it.each<[string, { place: unknown; items: unknown[] } | null]>([
    ["missing", null],
    ["of another version", stored({ ...PLACE, version: CACHE_VERSION + 1 })],
    ["older than a week", stored({ ...PLACE, asOf: NOW - CACHE_LIFETIME - 1 })],
    ["without maps", stored({ ...PLACE, maps: [] })],
    ["with an invalid token", stored({ ...PLACE, token: "t" })],
    ["with an invalid item", stored(PLACE, [...ITEMS, { kind: "schedule" }])],
    ["corrupt", stored(5)],
  ])("[OC21] a cache that is %s is ignored", (_, loaded) => {
    expect(storedCatalogueFrom(loaded, NOW)).toBeNull();
  });

  it("[OC21] a cache from the future is dated now", () => {
    expect(storedCatalogueFrom(stored({ ...PLACE, asOf: NOW + 5000 }), NOW)?.catalogue.asOf).toBe(NOW);
  });
});
