import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../../unit/plugin/items";
import { flexLikeStore } from "../../unit/plugin/store";
import { loadItems } from "../../unit/plugin/load-items";
import { installedBadges } from "./badge-helper";

const HELPER = "scheduleBadge";
/** ms after which an agent sees that no opening hours are known; loading normally takes much less. */
const UNKNOWN_AFTER = 10_000;

const UNKNOWN = "Opening hours unknown";

/** Flex's dialog with two queues, of which only the first has a schedule. */
function dialog() {
  jest.useFakeTimers({ now: Date.parse("2026-03-02T18:00:00Z") });
  const store = flexLikeStore();
  const strings: Record<string, unknown> = {};
  const { helper } = installedBadges({
    store,
    strings,
    connect: () => store.dispatch(connectionChanged({ to: { type: "connecting" }, at: Date.now() })),
  });
  const rows = ["Example", "Everyone"].map((name, index) => {
    const row = document.createElement("div");
    row.className = "Twilio-WorkerDirectory-Queue";
    document.body.append(row);
    const draw = (): void => {
      row.innerHTML = helper.call({ forceUpdate: draw }, { sid: `WQ${index}`, name });
    };
    draw();
    return row;
  });
  const load = (): void => {
    store.dispatch(connectionChanged({ to: { type: "connected" }, at: Date.now() }));
    loadItems(store, [liveSchedule(EXAMPLE)], [liveRule(WEEKDAYS)]);
  };
  return { store, load, strings, words: () => rows.map(({ textContent }) => textContent) };
}

afterEach(() => {
  jest.useRealTimers();
  document.body.innerHTML = "";
});

describe("queues without known opening hours", () => {
  it("[BD11] every queue shows that opening hours are unknown after ten seconds, and not before", () => {
    const { store, words, strings } = dialog();
    expect(strings["WorkerDirectoryQueueItemText"]).toContain(HELPER);
    jest.advanceTimersByTime(1000);
    store.dispatch(connectionChanged({ to: { type: "interrupted", reason: "network" }, at: Date.now() }));
    jest.advanceTimersByTime(UNKNOWN_AFTER - 1001);
    expect(words()).toEqual(["", ""]);
    jest.advanceTimersByTime(1);
    expect(words()).toEqual([UNKNOWN, UNKNOWN]);
  });

  it("[BD11] the message gives way to badges, or to nothing for a queue without a schedule, once schedules load", () => {
    const { load, words } = dialog();
    jest.advanceTimersByTime(UNKNOWN_AFTER + 1);
    expect(words()).toEqual([UNKNOWN, UNKNOWN]);
    load();
    expect(words()).toEqual([expect.stringMatching(/^(Open|Closed)/), ""]);
    jest.advanceTimersByTime(2 * UNKNOWN_AFTER);
    expect(words()[1]).toBe("");
  });

  it("[BD11] the message never appears when schedules load in time", () => {
    const { load, words } = dialog();
    jest.advanceTimersByTime(UNKNOWN_AFTER - 1);
    load();
    jest.advanceTimersByTime(UNKNOWN_AFTER);
    expect(words()).toEqual([expect.stringMatching(/^(Open|Closed)/), ""]);
  });
});
