import { type Country, easter, fixed, yearly } from "../define";

/** Lag (1989:253) om allmänna helgdagar. */
export const se: Country = {
  code: "se",
  name: "Sweden",
  timeZone: "Europe/Stockholm",
  openHours: { name: "Öppettider", from: "08:00", to: "17:00" },
  holidays: [
    fixed("new-year", "Nyårsdagen", "01-01"),
    fixed("epiphany", "Trettondedag jul", "01-06"),
    easter("good-friday", "Långfredagen", -2),
    easter("easter-sunday", "Påskdagen", 0),
    easter("easter-monday", "Annandag påsk", 1),
    fixed("labour-day", "Första maj", "05-01"),
    easter("ascension", "Kristi himmelsfärdsdag", 39),
    easter("whit-sunday", "Pingstdagen", 49),
    fixed("national-day", "Sveriges nationaldag", "06-06"),
    yearly("midsummer", "Midsommardagen", "BYMONTH=6;BYMONTHDAY=20,21,22,23,24,25,26;BYDAY=SA"),
    // The Saturday from 31 October to 6 November, counted from the end of the year.
    yearly("all-saints", "Alla helgons dag", "BYYEARDAY=-62,-61,-60,-59,-58,-57,-56;BYDAY=SA"),
    fixed("christmas-day", "Juldagen", "12-25"),
    fixed("st-stephen", "Annandag jul", "12-26"),
  ],
};
