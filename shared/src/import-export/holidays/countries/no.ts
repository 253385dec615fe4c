import { type Country, easter, fixed } from "../define";

/** Lov om helligdager og helligdagsfred (LOV-1995-02-24-12), lov om 1 og 17 mai (LOV-1947-04-26-1). */
export const no: Country = {
  code: "no",
  name: "Norway",
  timeZone: "Europe/Oslo",
  openHours: { name: "Åpningstider", from: "08:00", to: "16:00" },
  holidays: [
    fixed("new-year", "Første nyttårsdag", "01-01"),
    easter("maundy-thursday", "Skjærtorsdag", -3),
    easter("good-friday", "Langfredag", -2),
    easter("easter-sunday", "Første påskedag", 0),
    easter("easter-monday", "Andre påskedag", 1),
    fixed("labour-day", "Arbeidernes dag", "05-01"),
    fixed("constitution", "Grunnlovsdagen", "05-17"),
    easter("ascension", "Kristi himmelfartsdag", 39),
    easter("whit-sunday", "Første pinsedag", 49),
    easter("whit-monday", "Andre pinsedag", 50),
    fixed("christmas-day", "Første juledag", "12-25"),
    fixed("st-stephen", "Andre juledag", "12-26"),
  ],
};
