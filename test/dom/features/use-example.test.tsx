import { act } from "@testing-library/react";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { undone } from "@schedule-manager/plugin/drafts/drafts";
import { useExample } from "@schedule-manager/plugin/features/first-schedule/use-example";
import { HOLIDAY_COUNTRIES } from "@schedule-manager/shared/import-export/holidays/holiday-lists";
import type { HolidayCountry } from "@schedule-manager/shared/model/holiday";
import type { StoredRule, StoredSchedule } from "@schedule-manager/shared/model/model";
import { showOn, storeWith } from "./catalogue";
import { NOW } from "./items";

/** @param timeZone the browser's */
async function example(timeZone: string, load: () => Promise<readonly HolidayCountry[]>) {
  const store = storeWith({ schedules: [] });
  let found: ReturnType<typeof useExample> | undefined;
  let keys = 0;
  const options = { ...new Intl.DateTimeFormat().resolvedOptions(), timeZone };
  jest.spyOn(Intl.DateTimeFormat.prototype, "resolvedOptions").mockReturnValue(options);
  function Probe() {
    found = useExample(NOW, load);
    return null;
  }
  showOn(store, <Probe />, { newKey: (kind) => `new:${kind}-${(keys += 1)}` });
  expect(found?.isLoading).toBe(false);
  let loading: boolean | undefined;
  await act(async () => {
    found?.open();
    await Promise.resolve();
    loading = found?.isLoading;
  });
  const drafts = () => Object.values(pluginState(store.getState()).drafts.items).flatMap((one) => one ?? []);
  const rules = drafts().flatMap(({ kind, value }) => (kind === "rule" ? [value as StoredRule] : []));
  const schedule = drafts().find(({ kind }) => kind === "schedule");
  return { store, drafts, rules, loading, schedule, value: schedule?.value as StoredSchedule };
}
afterEach(() => {
  jest.restoreAllMocks();
});
const lists = () => Promise.resolve(HOLIDAY_COUNTRIES);

describe("the example of the first run", () => {
  it("[FR2] is drafts of a schedule with hours, special hours and the zone's holidays, in one undo step", async () => {
    const { store, drafts, rules, schedule, value, loading } = await example("Europe/Berlin", lists);
    expect(loading).toBe(true);
    expect(value).toMatchObject({ name: "Support (example)", timeZone: "Europe/Berlin", manualClose: false });
    expect(value.rules).toHaveLength(rules.length);
    expect(rules[0]).toEqual({
      name: "New Year’s Eve",
      isOpen: true,
      dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
      startTime: "08:00",
      endTime: "12:00",
      exception: "day",
    });
    expect(rules.filter(({ closedReason }) => closedReason === "holiday").map(({ name }) => name)).toContain(
      "Tag der Arbeit",
    );
    expect(rules.map(({ dateRRule }) => dateRRule)).toContain("FREQ=WEEKLY;BYDAY=SA");
    const { page } = pluginState(store.getState()).navigation;
    expect(page).toEqual({ type: "item", kind: "schedule", id: schedule?.id });
    act(() => void store.dispatch(undone()));
    expect(drafts()).toEqual([]);
  });

  it("[FR2] has the holidays of a region where a country has no national ones", async () => {
    const country = HOLIDAY_COUNTRIES.find(({ national }) => national === null);
    const region = country?.regions.find(({ code }) => code === country.firstRegion);
    const { rules } = await example(country?.timeZone ?? "", lists);
    expect(rules.filter(({ isOpen }) => !isOpen)).toHaveLength(region?.holidays.length ?? NaN);
  });

  it("[FR2] has no holidays when they do not load, or where none are known", async () => {
    const failed = await example("Europe/Berlin", () => Promise.reject(new Error("offline")));
    expect(failed.value.name).toBe("Support (example)");
    expect(failed.rules.filter(({ isOpen }) => !isOpen)).toEqual([]);
  });
});
