import { type Country, fixed, yearly } from "../define";

/** Ley Federal del Trabajo, art. 74. */
export const mx: Country = {
  code: "mx",
  name: "Mexico",
  timeZone: "America/Mexico_City",
  openHours: { name: "Horario de atención", from: "09:00", to: "18:00" },
  holidays: [
    fixed("new-year", "Año Nuevo", "01-01"),
    yearly("constitution", "Día de la Constitución", "BYMONTH=2;BYDAY=1MO"),
    yearly("benito-juarez", "Natalicio de Benito Juárez", "BYMONTH=3;BYDAY=3MO"),
    fixed("labour-day", "Día del Trabajo", "05-01"),
    fixed("independence", "Día de la Independencia", "09-16"),
    yearly(
      "transfer-of-power",
      "Transmisión del Poder Ejecutivo Federal",
      "INTERVAL=6;BYMONTH=10;BYMONTHDAY=1",
      {
        startDate: "2024-10-01",
      },
    ),
    yearly("revolution", "Día de la Revolución", "BYMONTH=11;BYDAY=3MO"),
    fixed("christmas-day", "Navidad", "12-25"),
  ],
};
