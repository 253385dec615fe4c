import { type Country, easter, fixed, yearly } from "../define";

/** Employment Standards Act, 2000 (Ontario), Part X: public holidays. */
export const ca: Country = {
  code: "ca",
  name: "Canada (Ontario)",
  timeZone: "America/Toronto",
  openHours: { name: "Open hours", from: "09:00", to: "17:00" },
  holidays: [
    fixed("new-years-day", "New Year's Day", "01-01"),
    yearly("family-day", "Family Day", "BYMONTH=2;BYDAY=3MO"),
    easter("good-friday", "Good Friday", -2),
    // The Monday before 25 May.
    yearly("victoria-day", "Victoria Day", "BYMONTH=5;BYMONTHDAY=18,19,20,21,22,23,24;BYDAY=MO"),
    fixed("canada-day", "Canada Day", "07-01"),
    yearly("labour-day", "Labour Day", "BYMONTH=9;BYDAY=1MO"),
    yearly("thanksgiving", "Thanksgiving Day", "BYMONTH=10;BYDAY=2MO"),
    fixed("christmas-day", "Christmas Day", "12-25"),
    fixed("boxing-day", "Boxing Day", "12-26"),
  ],
};
