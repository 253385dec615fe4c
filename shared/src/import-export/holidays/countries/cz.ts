import { type Country, easter, fixed } from "../define";

/** Zákon č. 245/2000 Sb., o státních svátcích. */
export const cz: Country = {
  code: "cz",
  name: "Czechia",
  timeZone: "Europe/Prague",
  openHours: { name: "Provozní doba", from: "08:00", to: "17:00" },
  holidays: [
    fixed("new-year", "Nový rok", "01-01"),
    easter("good-friday", "Velký pátek", -2),
    easter("easter-monday", "Velikonoční pondělí", 1),
    fixed("labour-day", "Svátek práce", "05-01"),
    fixed("victory-day", "Den vítězství", "05-08"),
    fixed("cyril-and-methodius", "Den slovanských věrozvěstů Cyrila a Metoděje", "07-05"),
    fixed("jan-hus", "Den upálení mistra Jana Husa", "07-06"),
    fixed("statehood", "Den české státnosti", "09-28"),
    fixed("independence", "Den vzniku samostatného československého státu", "10-28"),
    fixed("freedom-and-democracy", "Den boje za svobodu a demokracii", "11-17"),
    fixed("christmas-eve", "Štědrý den", "12-24"),
    fixed("christmas-day", "1. svátek vánoční", "12-25"),
    fixed("st-stephen", "2. svátek vánoční", "12-26"),
  ],
};
