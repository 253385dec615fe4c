import { staleHolds, describeStale } from "@schedule-manager/plugin/features/badges/stale";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import { translateFor } from "../../i18n/translate-for";
import { flexLikeStore } from "../../store";
import { loadItems } from "../../load-items";

/** ms. A short interruption does not make a status stale, so the dialog does not flicker. */
const STALE_AFTER = 3000;

const CUT = new Date(2026, 10, 23, 13, 48).getTime();
const HOUR = 3_600_000;
const { t } = translateFor("en-US");
const time = "1:48 PM";

function scene() {
  const store = flexLikeStore();
  store.dispatch(mapsOpened(["schedules-0"]));
  store.dispatch(liveChanged([{ type: "reset", kind: "schedule", map: "schedules-0", items: [] }]));
  const words = (after: number) =>
    describeStale(store.getState(), CUT + after, t, "en-US")?.replaceAll("\u202f", " ") ?? null;
  const holds = (after: number) => staleHolds(store.getState(), CUT + after);
  const cut = () =>
    store.dispatch(connectionChanged({ to: { type: "interrupted", reason: "network" }, at: CUT }));
  return { store, words, holds, cut };
}

describe("the date of a status", () => {
  it("[BD5] a live status has no date", () => {
    const { words, holds } = scene();
    expect([words(0), holds(0)]).toEqual([null, null]);
  });

  it("[BD5] a short interruption adds no date, and a long one does", () => {
    const { words, holds, cut } = scene();
    cut();
    expect([words(STALE_AFTER - 1), holds(STALE_AFTER - 1)]).toEqual([null, 1]);
    expect([words(STALE_AFTER), holds(STALE_AFTER)]).toEqual([`as of ${time}`, null]);
  });

  it("[BD5] a date on another day includes the day", () => {
    const { words, cut } = scene();
    cut();
    expect(words(24 * HOUR)).toBe(`as of Nov 23, ${time}`);
  });

  it("[BD5] the date disappears when the connection is back and caught up", () => {
    const { store, words, cut } = scene();
    cut();
    store.dispatch(connectionChanged({ to: { type: "connected" }, at: CUT + HOUR }));
    expect(words(HOUR)).toBe(`as of ${time}`);
    store.dispatch(liveChanged([{ type: "caughtUp", map: "schedules-0" }]));
    expect(words(HOUR)).toBeNull();
  });

  it("[BD5] the date stays until every map is caught up", () => {
    const { store, words, cut } = scene();
    loadItems(store, [], []);
    cut();
    store.dispatch(connectionChanged({ to: { type: "connected" }, at: CUT + HOUR }));
    store.dispatch(liveChanged([{ type: "caughtUp", map: "schedules-0" }]));
    expect(words(HOUR)).toBe(`as of ${time}`);
    store.dispatch(liveChanged([{ type: "caughtUp", map: "rules-0" }]));
    expect(words(HOUR)).toBeNull();
  });
});
