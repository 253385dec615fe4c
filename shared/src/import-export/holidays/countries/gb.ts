import { type Country, easter, fixed, yearly } from "../define";

/** Banking and Financial Dealings Act 1971, Schedule 1, and the days appointed each year by proclamation. */
export const gb: Country = {
  code: "gb",
  name: "England and Wales",
  timeZone: "Europe/London",
  openHours: { name: "Open hours", from: "09:00", to: "17:00" },
  holidays: [
    fixed("new-years-day", "New Year's Day", "01-01"),
    yearly(
      "new-years-day-substitute",
      "New Year's Day (substitute day)",
      "BYMONTH=1;BYMONTHDAY=2,3;BYDAY=MO",
    ),
    easter("good-friday", "Good Friday", -2),
    easter("easter-monday", "Easter Monday", 1),
    yearly("early-may", "Early May bank holiday", "BYMONTH=5;BYDAY=1MO"),
    yearly("spring", "Spring bank holiday", "BYMONTH=5;BYDAY=-1MO"),
    yearly("summer", "Summer bank holiday", "BYMONTH=8;BYDAY=-1MO"),
    fixed("christmas-day", "Christmas Day", "12-25"),
    fixed("boxing-day", "Boxing Day", "12-26"),
    // A Monday or Tuesday on 27 or 28 December always replaces a day of the preceding weekend.
    yearly(
      "christmas-substitute",
      "Christmas and Boxing Day (substitute days)",
      "BYMONTH=12;BYMONTHDAY=27,28;BYDAY=MO,TU",
    ),
  ],
};
