import type { Holiday } from "../../../model/holiday";
import { type Country, easter, fixed, yearly } from "../define";

/** If a holiday falls on a Sunday, the following Monday is a holiday too. */
function withMonday(id: string, name: string, month: number, day: number): Holiday[] {
  return [
    yearly(id, name, `BYMONTH=${month};BYMONTHDAY=${day}`),
    yearly(`${id}-monday`, `${name} (public holiday)`, `BYMONTH=${month};BYMONTHDAY=${day + 1};BYDAY=MO`),
  ];
}

/** Public Holidays Act 36 of 1994. */
export const za: Country = {
  code: "za",
  name: "South Africa",
  timeZone: "Africa/Johannesburg",
  openHours: { name: "Open hours", from: "08:00", to: "17:00" },
  holidays: [
    ...withMonday("new-years-day", "New Year's Day", 1, 1),
    ...withMonday("human-rights-day", "Human Rights Day", 3, 21),
    easter("good-friday", "Good Friday", -2),
    easter("family-day", "Family Day", 1),
    ...withMonday("freedom-day", "Freedom Day", 4, 27),
    ...withMonday("workers-day", "Workers' Day", 5, 1),
    ...withMonday("youth-day", "Youth Day", 6, 16),
    ...withMonday("national-womens-day", "National Women's Day", 8, 9),
    ...withMonday("heritage-day", "Heritage Day", 9, 24),
    ...withMonday("day-of-reconciliation", "Day of Reconciliation", 12, 16),
    // The Monday after a Christmas Day on Sunday is already the Day of Goodwill.
    fixed("christmas-day", "Christmas Day", "12-25"),
    ...withMonday("day-of-goodwill", "Day of Goodwill", 12, 26),
  ],
};
