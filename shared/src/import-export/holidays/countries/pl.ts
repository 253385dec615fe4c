import { type Country, easter, fixed } from "../define";

/** Ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy; Wigilia od 2025 r. */
export const pl: Country = {
  code: "pl",
  name: "Poland",
  timeZone: "Europe/Warsaw",
  openHours: { name: "Godziny otwarcia", from: "08:00", to: "17:00" },
  holidays: [
    fixed("new-year", "Nowy Rok", "01-01"),
    fixed("epiphany", "Święto Trzech Króli", "01-06"),
    easter("easter-sunday", "Wielkanoc", 0),
    easter("easter-monday", "Poniedziałek Wielkanocny", 1),
    fixed("labour-day", "Święto Pracy", "05-01"),
    fixed("constitution", "Święto Narodowe Trzeciego Maja", "05-03"),
    easter("whit-sunday", "Zielone Świątki", 49),
    easter("corpus-christi", "Boże Ciało", 60),
    fixed("assumption", "Wniebowzięcie Najświętszej Maryi Panny", "08-15"),
    fixed("all-saints", "Wszystkich Świętych", "11-01"),
    fixed("independence", "Narodowe Święto Niepodległości", "11-11"),
    fixed("christmas-eve", "Wigilia Bożego Narodzenia", "12-24"),
    fixed("christmas-day", "Boże Narodzenie", "12-25"),
    fixed("st-stephen", "Drugi dzień Bożego Narodzenia", "12-26"),
  ],
};
