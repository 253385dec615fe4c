import { type Country, easter, fixed, listed, yearly } from "../define";

/**
 * Holidays Act 2003; Te Kāhui o Matariki Public Holiday Act 2022, Schedule 1. Excludes the regional anniversary
 * days.
 */
export const nz: Country = {
  code: "nz",
  name: "New Zealand",
  timeZone: "Pacific/Auckland",
  openHours: { name: "Open hours", from: "08:30", to: "17:00" },
  holidays: [
    fixed("new-years-day", "New Year's Day", "01-01"),
    fixed("day-after-new-years-day", "Day after New Year's Day", "01-02"),
    yearly("new-year-mondayised", "New Year (Mondayised)", "BYMONTH=1;BYMONTHDAY=3,4;BYDAY=MO,TU"),
    fixed("waitangi-day", "Waitangi Day", "02-06"),
    yearly("waitangi-day-mondayised", "Waitangi Day (Mondayised)", "BYMONTH=2;BYMONTHDAY=7,8;BYDAY=MO"),
    easter("good-friday", "Good Friday", -2),
    easter("easter-monday", "Easter Monday", 1),
    fixed("anzac-day", "Anzac Day", "04-25"),
    yearly("anzac-day-mondayised", "Anzac Day (Mondayised)", "BYMONTH=4;BYMONTHDAY=26,27;BYDAY=MO"),
    yearly("kings-birthday", "King's Birthday", "BYMONTH=6;BYDAY=1MO"),
    listed("matariki", "Matariki", [
      "2026-07-10",
      "2027-06-25",
      "2028-07-14",
      "2029-07-06",
      "2030-06-21",
      "2031-07-11",
      "2032-07-02",
      "2033-06-24",
      "2034-07-07",
      "2035-06-29",
      "2036-07-18",
    ]),
    yearly("labour-day", "Labour Day", "BYMONTH=10;BYDAY=4MO"),
    fixed("christmas-day", "Christmas Day", "12-25"),
    fixed("boxing-day", "Boxing Day", "12-26"),
    yearly("christmas-mondayised", "Christmas (Mondayised)", "BYMONTH=12;BYMONTHDAY=27,28;BYDAY=MO,TU"),
  ],
};
