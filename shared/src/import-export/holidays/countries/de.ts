import { type Country, easter, fixed } from "../define";

/** The nine holidays of every Land; add those of yours. Feiertagsgesetze der Länder, Einigungsvertrag Art. 2. */
export const de: Country = {
  code: "de",
  name: "Germany",
  timeZone: "Europe/Berlin",
  openHours: { name: "Öffnungszeiten", from: "08:00", to: "17:00" },
  holidays: [
    fixed("new-year", "Neujahr", "01-01"),
    easter("good-friday", "Karfreitag", -2),
    easter("easter-monday", "Ostermontag", 1),
    fixed("labour-day", "Tag der Arbeit", "05-01"),
    easter("ascension", "Christi Himmelfahrt", 39),
    easter("whit-monday", "Pfingstmontag", 50),
    fixed("german-unity", "Tag der Deutschen Einheit", "10-03"),
    fixed("christmas-day", "1. Weihnachtstag", "12-25"),
    fixed("boxing-day", "2. Weihnachtstag", "12-26"),
  ],
};
