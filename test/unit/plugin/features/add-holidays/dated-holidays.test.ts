import { datedHolidays } from "@schedule-manager/plugin/features/add-holidays/dated-holidays";
import type { Holiday, HolidayCountry } from "@schedule-manager/shared/model/holiday";
import { parseDate } from "@schedule-manager/shared/time/civil";

const TODAY = parseDate("2026-09-04") ?? 0;
const yearly = (id: string, month: number, day: number): Holiday => ({
  id,
  name: id,
  when: { dateRRule: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}` },
});
const listed = (id: string, ...dates: readonly string[]): Holiday => ({ id, name: id, when: { dates } });
const NATIONAL = [
  yearly("new year", 1, 1),
  yearly("eve", 9, 4),
  listed("past", "2026-01-01"),
  yearly("xmas", 12, 25),
];
const country = (national: HolidayCountry["national"] = NATIONAL): HolidayCountry => ({
  code: "XX",
  timeZone: "UTC",
  firstRegion: "north",
  national,
  regions: [
    { code: "north", name: "North", timeZone: "UTC", holidays: [listed("own", "2026-01-06", "2027-01-06")] },
  ],
});
const shown = (...given: Parameters<typeof datedHolidays>) =>
  datedHolidays(...given).map(({ holiday, day }) => [holiday.id, day - TODAY]);

describe("the holidays to choose from", () => {
  it("[AH6] are those of the country that still occur, by their next date", () => {
    expect(shown(country(), null, TODAY)).toEqual([
      ["eve", 0],
      ["xmas", 112],
      ["new year", 119],
    ]);
  });

  it("[AH2] are those of a region where one is chosen", () => {
    expect(shown(country(), "north", TODAY)).toEqual([["own", 124]]);
    expect(shown(country(), "south", TODAY)).toHaveLength(3);
  });

  it("[AH5] are none without a country, and in a country without a national list", () => {
    expect(shown(undefined, null, TODAY)).toEqual([]);
    expect(shown(country(null), null, TODAY)).toEqual([]);
  });
});
