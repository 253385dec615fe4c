import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import { createRuleRowsSelector } from "@schedule-manager/plugin/features/tables/rule-rows";
import { createScheduleRowsSelector } from "@schedule-manager/plugin/features/tables/schedule-rows";
import { observe } from "@schedule-manager/plugin/redux/observe";
import type { RootState } from "@schedule-manager/plugin/store/root";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "./items";
import { flexLikeStore, storeSelectors } from "./store";
import { loadItems } from "./load-items";

/** A store with one schedule, and its selectors. */
function page(more: Partial<Schedule>) {
  const store = flexLikeStore();
  const selectors = storeSelectors();
  loadItems(store, [liveSchedule({ ...EXAMPLE, ...more })], [liveRule(WEEKDAYS)]);
  // A Monday, 10:00 in Chicago.
  store.dispatch(ticked(Date.parse("2026-03-02T16:00:00Z")));
  store.dispatch(
    edited({ kind: "rule", id: "mine", base: null, value: { name: "Mine", isOpen: true }, at: 0 }),
  );
  const { prepareStatuses: _, ...select } = selectors;
  const all: Readonly<Record<string, (root: RootState) => unknown>> = {
    ...select,
    scheduleRows: createScheduleRowsSelector(selectors),
    ruleRows: createRuleRowsSelector(selectors),
  };
  const look = () =>
    Object.entries(all).map(([name, selector]) => [name, selector(store.getState())] as const);
  const isOpen = () =>
    [...selectors.selectStatusTable(store.getState()).statuses.values()][0]?.decision.isOpen;
  return { store, look, isOpen };
}

describe("two stores on one page", () => {
  it("[PL101] selectors of two stores, called alternately, keep each store's results", () => {
    const [one, two] = [page({ name: "One" }), page({ name: "Two", manualClose: true })];
    const first = new Map(one.look());
    two.look();
    for (const [name, value] of one.look()) expect([name, value === first.get(name)]).toEqual([name, true]);
    expect([one.isOpen(), two.isOpen(), one.isOpen()]).toEqual([true, false, true]);
  });
});

describe("observe", () => {
  const selectNow = (root: RootState): number => root.scheduleManager.clock.now;

  it("[PL102] a listener receives the old and new value on each change, until it is unsubscribed", () => {
    const store = flexLikeStore();
    const log: string[] = [];
    const stop = observe(store, selectNow, (now, before) => log.push(`${before} ${now}`));
    store.dispatch(ticked(1));
    store.dispatch(mapsOpened(["schedules-0"]));
    store.dispatch(ticked(1));
    store.dispatch(ticked(2));
    stop();
    store.dispatch(ticked(3));
    expect(log).toEqual(["0 1", "1 2"]);
  });

  it("[PL102] a listener that dispatches is called once for its own change", () => {
    const store = flexLikeStore();
    const log: string[] = [];
    observe(store, selectNow, (now, before) => {
      log.push(`${before} ${now}`);
      if (now < 3) store.dispatch(ticked(now + 1));
    });
    store.dispatch(ticked(1));
    expect(log).toEqual(["0 1", "1 2", "2 3"]);
  });
});
