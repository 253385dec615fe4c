import { type Country, easter, fixed } from "../define";

/** Legge 27 maggio 1949, n. 260; San Francesco dal 2026 per la legge 8 ottobre 2025, n. 151. */
export const it: Country = {
  code: "it",
  name: "Italy",
  timeZone: "Europe/Rome",
  openHours: { name: "Orario di apertura", from: "09:00", to: "18:00" },
  holidays: [
    fixed("new-year", "Capodanno", "01-01"),
    fixed("epiphany", "Epifania", "01-06"),
    easter("easter-sunday", "Pasqua", 0),
    easter("easter-monday", "Lunedì dell'Angelo", 1),
    fixed("liberation", "Festa della Liberazione", "04-25"),
    fixed("labour-day", "Festa del Lavoro", "05-01"),
    fixed("republic", "Festa della Repubblica", "06-02"),
    fixed("assumption", "Assunzione di Maria Vergine", "08-15"),
    fixed("st-francis", "San Francesco d'Assisi", "10-04"),
    fixed("all-saints", "Ognissanti", "11-01"),
    fixed("immaculate-conception", "Immacolata Concezione", "12-08"),
    fixed("christmas-day", "Natale", "12-25"),
    fixed("st-stephen", "Santo Stefano", "12-26"),
  ],
};
