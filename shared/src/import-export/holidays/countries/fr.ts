import { type Country, easter, fixed } from "../define";

/** Code du travail, art. L3133-1. Alsace-Moselle has two more. */
export const fr: Country = {
  code: "fr",
  name: "France",
  timeZone: "Europe/Paris",
  openHours: { name: "Horaires d'ouverture", from: "09:00", to: "18:00" },
  holidays: [
    fixed("new-year", "Jour de l'an", "01-01"),
    easter("easter-monday", "Lundi de Pâques", 1),
    fixed("labour-day", "Fête du Travail", "05-01"),
    fixed("victory-day", "Victoire 1945", "05-08"),
    easter("ascension", "Ascension", 39),
    easter("whit-monday", "Lundi de Pentecôte", 50),
    fixed("national-day", "Fête nationale", "07-14"),
    fixed("assumption", "Assomption", "08-15"),
    fixed("all-saints", "Toussaint", "11-01"),
    fixed("armistice", "Armistice 1918", "11-11"),
    fixed("christmas-day", "Noël", "12-25"),
  ],
};
