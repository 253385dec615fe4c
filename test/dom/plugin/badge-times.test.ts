import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { liveRule, liveSchedule } from "../../unit/plugin/items";
import { flexLikeStore } from "../../unit/plugin/store";
import { installedBadges } from "./badge-helper";
import { loadItems } from "../../unit/plugin/load-items";

/** ms. A short interruption does not make a status stale, so the dialog does not flicker. */
const STALE_AFTER = 3000;

const NOON = Date.parse("2026-03-02T12:00:00Z");
const MINUTE = 60_000;

/** Two open queues: one closes ten minutes after noon, the other at five. The store's clock stands still. */
function dialog() {
  jest.useFakeTimers({ now: NOON });
  const store = flexLikeStore();
  const { helper } = installedBadges({ store });
  const schedule = (name: string): Schedule => ({
    id: name,
    name,
    timeZone: "UTC",
    manualClose: false,
    rules: [`until-${name}`],
  });
  const until = (name: string, endTime: string): Rule => ({
    id: `until-${name}`,
    name: `Until ${name}`,
    isOpen: true,
    startTime: "08:00",
    endTime,
  });
  store.dispatch(connectionChanged({ to: { type: "connected" }, at: NOON }));
  loadItems(
    store,
    ["Late", "Early"].map((name) => liveSchedule(schedule(name))),
    [until("Late", "17:00"), until("Early", "12:10")].map((rule) => liveRule(rule)),
  );
  store.dispatch(ticked(NOON));
  const draws = { Late: 0, Early: 0 };
  const rows = (["Late", "Early"] as const).map((name, index) => {
    const row = document.createElement("div");
    row.className = "Twilio-WorkerDirectory-Queue";
    document.body.append(row);
    const draw = (): void => {
      draws[name] += 1;
      row.innerHTML = helper.call({ forceUpdate: draw }, { sid: `WQ${index}`, name });
    };
    draw();
    return row;
  });
  jest.advanceTimersByTime(1);
  const words = () => rows.map(({ textContent }) => textContent?.replaceAll("\u202f", " ") ?? "");
  return { store, words, draws };
}

afterEach(() => {
  jest.useRealTimers();
  document.body.innerHTML = "";
});

describe("the badges' timer", () => {
  it("[BD3] the timer fires when the first badge's text changes", () => {
    const { words, draws } = dialog();
    expect(words()).toEqual(["Open · closes 5:00 PM", "Open · closes in 10 min"]);
    jest.advanceTimersByTime(MINUTE);
    expect(words()).toEqual(["Open · closes 5:00 PM", "Open · closes in 9 min"]);
    jest.advanceTimersByTime(8 * MINUTE);
    expect(words()[1]).toBe("Open · closes in 1 min");
    // A row with an unchanged text is not rendered again.
    expect(draws).toEqual({ Late: 1, Early: 10 });
  });

  it("[BD5] badges get their date by time alone after the socket is lost", () => {
    const { store, words } = dialog();
    store.dispatch(connectionChanged({ to: { type: "interrupted", reason: "network" }, at: Date.now() }));
    expect(words()[0]).toBe("Open · closes 5:00 PM");
    jest.advanceTimersByTime(STALE_AFTER);
    expect(words()[0]).toMatch(/ as of /);
  });
});
