import { type Country, easter, fixed } from "../define";

/** Loi du 4 janvier 1974 relative aux jours fériés / Wet van 4 januari 1974 betreffende de feestdagen. */
export const be: Country = {
  code: "be",
  name: "Belgium",
  timeZone: "Europe/Brussels",
  openHours: { name: "Openingsuren / Heures d'ouverture", from: "09:00", to: "17:00" },
  holidays: [
    fixed("new-year", "Nieuwjaar / Nouvel An", "01-01"),
    easter("easter-monday", "Paasmaandag / Lundi de Pâques", 1),
    fixed("labour-day", "Dag van de Arbeid / Fête du Travail", "05-01"),
    easter("ascension", "Onze-Lieve-Heer-Hemelvaart / Ascension", 39),
    easter("whit-monday", "Pinkstermaandag / Lundi de Pentecôte", 50),
    fixed("national-day", "Nationale feestdag / Fête nationale", "07-21"),
    fixed("assumption", "Onze-Lieve-Vrouw-Hemelvaart / Assomption", "08-15"),
    fixed("all-saints", "Allerheiligen / Toussaint", "11-01"),
    fixed("armistice", "Wapenstilstand / Armistice", "11-11"),
    fixed("christmas-day", "Kerstmis / Noël", "12-25"),
  ],
};
