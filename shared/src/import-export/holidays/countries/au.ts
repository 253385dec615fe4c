import { type Country, easter, fixed, listed, yearly } from "../define";

/** Public Holidays Act 2010 (NSW). The Mondays after Anzac Day were declared for 2026 and 2027 only. */
export const au: Country = {
  code: "au",
  name: "Australia (New South Wales)",
  timeZone: "Australia/Sydney",
  openHours: { name: "Open hours", from: "09:00", to: "17:00" },
  holidays: [
    fixed("new-years-day", "New Year's Day", "01-01"),
    yearly(
      "new-years-day-additional",
      "New Year's Day (additional day)",
      "BYMONTH=1;BYMONTHDAY=2,3;BYDAY=MO",
    ),
    // 26 January, or the following Monday if that is a Saturday or Sunday.
    yearly("australia-day", "Australia Day", "BYMONTH=1;BYMONTHDAY=26,27,28;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
    easter("good-friday", "Good Friday", -2),
    easter("easter-saturday", "Easter Saturday", -1),
    easter("easter-sunday", "Easter Sunday", 0),
    easter("easter-monday", "Easter Monday", 1),
    fixed("anzac-day", "Anzac Day", "04-25"),
    listed("anzac-day-additional", "Anzac Day (additional day)", ["2026-04-27", "2027-04-26"]),
    yearly("kings-birthday", "King's Birthday", "BYMONTH=6;BYDAY=2MO"),
    yearly("labour-day", "Labour Day", "BYMONTH=10;BYDAY=1MO"),
    fixed("christmas-day", "Christmas Day", "12-25"),
    fixed("boxing-day", "Boxing Day", "12-26"),
    yearly(
      "christmas-additional",
      "Christmas and Boxing Day (additional days)",
      "BYMONTH=12;BYMONTHDAY=27,28;BYDAY=MO,TU",
    ),
  ],
};
