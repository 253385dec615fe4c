import { type Country, easter, fixed, yearly } from "../define";

/** Kanton Zürich: Ruhetags- und Ladenöffnungsgesetz vom 26. Juni 2000, § 1. */
export const ch: Country = {
  code: "ch",
  name: "Switzerland (Zurich)",
  timeZone: "Europe/Zurich",
  openHours: { name: "Öffnungszeiten", from: "08:00", to: "17:00" },
  holidays: [
    fixed("new-year", "Neujahr", "01-01"),
    easter("good-friday", "Karfreitag", -2),
    easter("easter-sunday", "Ostersonntag", 0),
    easter("easter-monday", "Ostermontag", 1),
    fixed("labour-day", "Tag der Arbeit", "05-01"),
    easter("ascension", "Auffahrt", 39),
    easter("whit-sunday", "Pfingstsonntag", 49),
    easter("whit-monday", "Pfingstmontag", 50),
    fixed("national-day", "Bundesfeiertag", "08-01"),
    yearly("federal-fast", "Eidg. Dank-, Buss- und Bettag", "BYMONTH=9;BYDAY=3SU"),
    fixed("christmas-day", "Weihnachtstag", "12-25"),
    fixed("st-stephen", "Stephanstag", "12-26"),
  ],
};
