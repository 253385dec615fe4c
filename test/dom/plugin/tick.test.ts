import { runClock } from "@schedule-manager/plugin/catalogue/clock-effect";
import type * as NextChange from "@schedule-manager/shared/evaluator/next-change";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../../unit/plugin/items";
import { flexLikeStore, storeSelectors } from "../../unit/plugin/store";
import { loadItems } from "../../unit/plugin/load-items";

const selectors = storeSelectors();
const { selectStatusTable } = selectors;

/** ms per timer. Short, so that after sleep the clock is right within a second. */
const NAP = 1000;

const mockSearches = { count: 0 };

jest.mock("@schedule-manager/shared/evaluator/next-change", () => {
  const real: typeof NextChange = jest.requireActual("@schedule-manager/shared/evaluator/next-change");
  return {
    ...real,
    nextChange: (...args: Parameters<typeof real.nextChange>) => {
      mockSearches.count += 1;
      return real.nextChange(...args);
    },
  };
});

/** A Monday, 16:58:20 in Chicago. */
const START = Date.parse("2026-03-02T22:58:20Z");
const CLOSES = Date.parse("2026-03-02T23:00:00Z");

it("[TK2] the clock prepares the next statuses while it waits", () => {
  jest.useFakeTimers({ now: START });
  const store = flexLikeStore();
  const clock = runClock(store, selectors, { localNow: Date.now });
  loadItems(store, [liveSchedule(EXAMPLE)], [liveRule(WEEKDAYS)]);
  const isOpen = () => selectStatusTable(store.getState()).statuses.get(EXAMPLE.id)?.decision.isOpen;
  expect([isOpen(), mockSearches.count]).toEqual([true, 1]);
  jest.advanceTimersByTime(NAP);
  expect(mockSearches.count).toBe(2);
  jest.advanceTimersByTime(CLOSES - START - NAP);
  expect([isOpen(), mockSearches.count]).toEqual([false, 2]);
  clock.close();
  jest.useRealTimers();
});
