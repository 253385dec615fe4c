import { type Country, easter, fixed, yearly } from "../define";

/** Kirkkolaki (652/2023), laki itsenäisyyspäivästä (388/1937), laki vapunpäivästä (272/1944). */
export const fi: Country = {
  code: "fi",
  name: "Finland",
  timeZone: "Europe/Helsinki",
  openHours: { name: "Aukioloajat", from: "08:00", to: "16:00" },
  holidays: [
    fixed("new-year", "Uudenvuodenpäivä", "01-01"),
    fixed("epiphany", "Loppiainen", "01-06"),
    easter("good-friday", "Pitkäperjantai", -2),
    easter("easter-sunday", "Pääsiäispäivä", 0),
    easter("easter-monday", "Toinen pääsiäispäivä", 1),
    fixed("labour-day", "Vappu", "05-01"),
    easter("ascension", "Helatorstai", 39),
    easter("whit-sunday", "Helluntaipäivä", 49),
    yearly("midsummer", "Juhannuspäivä", "BYMONTH=6;BYMONTHDAY=20,21,22,23,24,25,26;BYDAY=SA"),
    // The Saturday from 31 October to 6 November, counted from the end of the year.
    yearly("all-saints", "Pyhäinpäivä", "BYYEARDAY=-62,-61,-60,-59,-58,-57,-56;BYDAY=SA"),
    fixed("independence", "Itsenäisyyspäivä", "12-06"),
    fixed("christmas-day", "Joulupäivä", "12-25"),
    fixed("st-stephen", "Tapaninpäivä", "12-26"),
  ],
};
