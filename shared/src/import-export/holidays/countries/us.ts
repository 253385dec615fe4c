import { type Country, fixed, yearly } from "../define";

/** 5 U.S.C. § 6103(a) without Columbus Day, on which few contact centres close; its ids are those of `us.json`. */
export const us: Country = {
  code: "us",
  unprefixed: true,
  name: "United States",
  timeZone: "America/New_York",
  openHours: { name: "Open hours", from: "08:00", to: "17:00" },
  holidays: [
    fixed("new-years-day", "New Year's Day", "01-01"),
    yearly("martin-luther-king-jr-day", "Martin Luther King Jr. Day", "BYMONTH=1;BYDAY=3MO"),
    yearly("presidents-day", "Presidents' Day", "BYMONTH=2;BYDAY=3MO"),
    yearly("memorial-day", "Memorial Day", "BYMONTH=5;BYDAY=-1MO"),
    fixed("juneteenth", "Juneteenth", "06-19"),
    fixed("independence-day", "Independence Day", "07-04"),
    yearly("labor-day", "Labor Day", "BYMONTH=9;BYDAY=1MO"),
    fixed("veterans-day", "Veterans Day", "11-11"),
    yearly("thanksgiving-day", "Thanksgiving Day", "BYMONTH=11;BYDAY=4TH"),
    fixed("christmas-day", "Christmas Day", "12-25"),
  ],
};
