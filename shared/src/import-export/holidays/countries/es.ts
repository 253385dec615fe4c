import { type Country, easter, fixed } from "../define";

/**
 * The national days of Real Decreto 2001/1983, art. 45, required by the Estatuto de los Trabajadores (art.
 * 37.2). Each autonomous community adds its own and decides on those that fall on a Sunday.
 */
export const es: Country = {
  code: "es",
  name: "Spain",
  timeZone: "Europe/Madrid",
  openHours: { name: "Horario de atención", from: "09:00", to: "18:00" },
  holidays: [
    fixed("new-year", "Año Nuevo", "01-01"),
    fixed("epiphany", "Epifanía del Señor", "01-06"),
    easter("good-friday", "Viernes Santo", -2),
    fixed("labour-day", "Fiesta del Trabajo", "05-01"),
    fixed("assumption", "Asunción de la Virgen", "08-15"),
    fixed("national-day", "Fiesta Nacional de España", "10-12"),
    fixed("all-saints", "Todos los Santos", "11-01"),
    fixed("constitution", "Día de la Constitución Española", "12-06"),
    fixed("immaculate-conception", "Inmaculada Concepción", "12-08"),
    fixed("christmas-day", "Natividad del Señor", "12-25"),
  ],
};
