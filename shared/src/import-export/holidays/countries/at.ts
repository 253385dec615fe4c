import { type Country, easter, fixed } from "../define";

/** Feiertagsruhegesetz 1957, § 1. */
export const at: Country = {
  code: "at",
  name: "Austria",
  timeZone: "Europe/Vienna",
  openHours: { name: "Öffnungszeiten", from: "08:00", to: "17:00" },
  holidays: [
    fixed("new-year", "Neujahr", "01-01"),
    fixed("epiphany", "Heilige Drei Könige", "01-06"),
    easter("easter-monday", "Ostermontag", 1),
    fixed("labour-day", "Staatsfeiertag", "05-01"),
    easter("ascension", "Christi Himmelfahrt", 39),
    easter("whit-monday", "Pfingstmontag", 50),
    easter("corpus-christi", "Fronleichnam", 60),
    fixed("assumption", "Mariä Himmelfahrt", "08-15"),
    fixed("national-day", "Nationalfeiertag", "10-26"),
    fixed("all-saints", "Allerheiligen", "11-01"),
    fixed("immaculate-conception", "Mariä Empfängnis", "12-08"),
    fixed("christmas-day", "Christtag", "12-25"),
    fixed("st-stephen", "Stefanitag", "12-26"),
  ],
};
