import type { Holiday } from "../../../model/holiday";
import { type Country, easter, fixed, yearly } from "../define";

/** Ley 51 de 1983: observed on the Monday on or after the day. */
const monday = (id: string, name: string, month: number, days: string): Holiday =>
  yearly(id, name, `BYMONTH=${month};BYMONTHDAY=${days};BYDAY=MO`);

/** Ley 51 de 1983; la Virgen de Chiquinquirá por la Ley 2578 de 2026. */
export const co: Country = {
  code: "co",
  name: "Colombia",
  timeZone: "America/Bogota",
  openHours: { name: "Horario de atención", from: "08:00", to: "17:00" },
  holidays: [
    fixed("new-year", "Año Nuevo", "01-01"),
    monday("epiphany", "Día de los Reyes Magos", 1, "6,7,8,9,10,11,12"),
    monday("st-joseph", "Día de San José", 3, "19,20,21,22,23,24,25"),
    easter("maundy-thursday", "Jueves Santo", -3),
    easter("good-friday", "Viernes Santo", -2),
    fixed("labour-day", "Día del Trabajo", "05-01"),
    easter("ascension", "Ascensión del Señor", 43),
    easter("corpus-christi", "Corpus Christi", 64),
    easter("sacred-heart", "Sagrado Corazón de Jesús", 71),
    // 29 June to 5 July, counted from the end of the year, which leap years do not affect.
    yearly(
      "st-peter-and-paul",
      "San Pedro y San Pablo",
      "BYYEARDAY=-186,-185,-184,-183,-182,-181,-180;BYDAY=MO",
    ),
    monday("our-lady-of-chiquinquira", "Virgen de Chiquinquirá", 7, "9,10,11,12,13,14,15"),
    fixed("independence", "Día de la Independencia", "07-20"),
    fixed("battle-of-boyaca", "Batalla de Boyacá", "08-07"),
    monday("assumption", "Asunción de la Virgen", 8, "15,16,17,18,19,20,21"),
    monday("october-12", "Día de la Diversidad Étnica y Cultural", 10, "12,13,14,15,16,17,18"),
    monday("all-saints", "Todos los Santos", 11, "1,2,3,4,5,6,7"),
    monday("independence-of-cartagena", "Independencia de Cartagena", 11, "11,12,13,14,15,16,17"),
    fixed("immaculate-conception", "Inmaculada Concepción", "12-08"),
    fixed("christmas-day", "Navidad", "12-25"),
  ],
};
