import { clockCorrected } from "@schedule-manager/plugin/catalogue/clock";
import { runClock } from "@schedule-manager/plugin/catalogue/clock-effect";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../../unit/plugin/items";
import { flexLikeStore, storeSelectors } from "../../unit/plugin/store";
import { loadItems } from "../../unit/plugin/load-items";

const selectors = storeSelectors();
const { selectStatusTable } = selectors;

/** ms per timer. Short, so that after sleep the clock is right within a second. */
const NAP = 1000;
/** ms. Words such as “today” change at midnight in some zone, which is always on a quarter of an hour. */
const QUARTER = 15 * 60_000;

/** A Monday, 16:58:20 in Chicago. */
const START = Date.parse("2026-03-02T22:58:20Z");
const CLOSES = Date.parse("2026-03-02T23:00:00Z");

function scene() {
  jest.useFakeTimers({ now: START });
  const store = flexLikeStore();
  let jumps = 0;
  const clock = runClock(store, selectors, { localNow: Date.now, onJump: () => (jumps += 1) });
  loadItems(store, [liveSchedule(EXAMPLE)], [liveRule(WEEKDAYS)]);
  const isOpen = () => selectStatusTable(store.getState()).statuses.get(EXAMPLE.id)?.decision.isOpen;
  const now = () => store.getState().scheduleManager.clock.now;
  return { store, clock, isOpen, now, jumps: () => jumps };
}

describe("the clock", () => {
  afterEach(() => void jest.useRealTimers());

  it("[PL48] the clock advances when the first status changes, with one timer", () => {
    const { isOpen, now, clock } = scene();
    expect(isOpen()).toBe(true);
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(CLOSES - START - 1);
    expect([isOpen(), now()]).toEqual([true, START]);
    jest.advanceTimersByTime(1);
    expect([isOpen(), now()]).toEqual([false, CLOSES]);
    expect(jest.getTimerCount()).toBe(1);
    clock.close();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("[PL49] the clock advances at least every quarter of an hour, for relative day words", () => {
    const { now, clock } = scene();
    jest.advanceTimersByTime(4 * QUARTER);
    expect(now() % QUARTER).toBe(0);
    clock.close();
  });

  it("[PL50] the server offset corrects a computer that is ten minutes slow, so a schedule closes on time", () => {
    const { clock, isOpen, store } = scene();
    store.dispatch(clockCorrected(10 * 60_000));
    expect(isOpen()).toBe(false);
    clock.close();
  });

  it("[PL52] the clock is right at once when the computer wakes", () => {
    const { clock, isOpen, now } = scene();
    jest.setSystemTime(CLOSES + 5 * 3_600_000);
    expect(isOpen()).toBe(true);
    document.dispatchEvent(new Event("visibilitychange"));
    expect([isOpen(), now()]).toEqual([false, CLOSES + 5 * 3_600_000]);
    clock.close();
  });

  it("[RT6] a jump of the clock is detected as sleep, and the server's time is fetched", () => {
    const { clock, isOpen, jumps } = scene();
    jest.setSystemTime(CLOSES + 5 * 3_600_000);
    expect(isOpen()).toBe(true);
    jest.advanceTimersByTime(NAP);
    expect([isOpen(), jumps()]).toEqual([false, 1]);
    jest.setSystemTime(START);
    jest.advanceTimersByTime(NAP);
    expect([isOpen(), jumps()]).toEqual([true, 2]);
    jest.advanceTimersByTime(10 * NAP);
    expect(jumps()).toBe(2);
    clock.close();
  });

  it("[PL52] the clock is right at once when the window gets the focus, and is left alone as the page is hidden", () => {
    const { clock, now } = scene();
    jest.setSystemTime(CLOSES + 5 * 3_600_000);
    const hidden = jest.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    document.dispatchEvent(new Event("visibilitychange"));
    expect(now()).toBe(START);
    hidden.mockRestore();
    window.dispatchEvent(new Event("focus"));
    expect(now()).toBe(CLOSES + 5 * 3_600_000);
    clock.close();
  });

  it("[PL48] a closed clock does not advance, whatever happens", () => {
    const { clock, store, now } = scene();
    clock.close();
    jest.setSystemTime(CLOSES + 5 * 3_600_000);
    document.dispatchEvent(new Event("visibilitychange"));
    window.dispatchEvent(new Event("focus"));
    store.dispatch(clockCorrected(1000));
    store.dispatch(liveChanged([{ type: "changed", item: liveRule({ ...WEEKDAYS, name: "New" }, "1") }]));
    jest.advanceTimersByTime(QUARTER);
    expect([now(), jest.getTimerCount()]).toEqual([START, 0]);
  });

  it.each([
    [2000, 0],
    [2001, 1],
    [-3000, 0],
    [-3001, 1],
  ])("[RT6] of a timer that the clock passes by %d ms more, %d counts as sleep", (slip, expected) => {
    const { clock, jumps } = scene();
    jest.setSystemTime(Date.now() + slip);
    jest.advanceTimersByTime(NAP);
    expect(jumps()).toBe(expected);
    clock.close();
  });

  it("[TK2] statuses are prepared, some at a time, between two changes and not at one", () => {
    jest.useFakeTimers({ now: START });
    const store = flexLikeStore();
    const prepareStatuses = jest.fn();
    const clock = runClock(store, { ...selectors, prepareStatuses }, { localNow: Date.now });
    const quarter = QUARTER - (START % QUARTER);
    jest.advanceTimersByTime(NAP);
    expect(prepareStatuses.mock.calls).toEqual([[50]]);
    jest.advanceTimersByTime(quarter - NAP);
    const before = prepareStatuses.mock.calls.length;
    expect(store.getState().scheduleManager.clock.now).toBe(START + quarter);
    expect(before).toBe(Math.ceil(quarter / NAP) - 1);
    clock.close();
  });

  it("[PL53] a new schedule that changes before the planned time is not missed", () => {
    const { clock, store, now } = scene();
    const soon = { ...WEEKDAYS, endTime: "16:59" };
    store.dispatch(liveChanged([{ type: "changed", item: liveRule(soon, "1") }]));
    jest.advanceTimersByTime(40_000);
    expect(now()).toBe(START + 40_000);
    clock.close();
  });
});
