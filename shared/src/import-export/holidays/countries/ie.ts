import { type Country, easter, fixed, yearly } from "../define";

/** Organisation of Working Time Act 1997, Second Schedule; St Brigid's Day by S.I. No. 50/2022. */
export const ie: Country = {
  code: "ie",
  name: "Ireland",
  timeZone: "Europe/Dublin",
  openHours: { name: "Open hours", from: "09:00", to: "17:30" },
  holidays: [
    fixed("new-years-day", "New Year's Day", "01-01"),
    // The first Monday of February, unless the 1st is a Friday: then that Friday, and no Monday.
    yearly("st-brigids-day", "St Brigid's Day", "BYMONTH=2;BYMONTHDAY=1,2,3,5,6,7;BYDAY=MO"),
    yearly("st-brigids-day-friday", "St Brigid's Day (on a Friday)", "BYMONTH=2;BYMONTHDAY=1;BYDAY=FR"),
    fixed("st-patricks-day", "St Patrick's Day", "03-17"),
    easter("easter-monday", "Easter Monday", 1),
    yearly("may", "May bank holiday", "BYMONTH=5;BYDAY=1MO"),
    yearly("june", "June bank holiday", "BYMONTH=6;BYDAY=1MO"),
    yearly("august", "August bank holiday", "BYMONTH=8;BYDAY=1MO"),
    yearly("october", "October bank holiday", "BYMONTH=10;BYDAY=-1MO"),
    fixed("christmas-day", "Christmas Day", "12-25"),
    fixed("st-stephens-day", "St Stephen's Day", "12-26"),
  ],
};
