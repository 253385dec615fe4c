import { type Country, easter, fixed } from "../define";

/** Helligdage i folkekirken; store bededag ended with lov nr. 214 af 6. marts 2023. */
export const dk: Country = {
  code: "dk",
  name: "Denmark",
  timeZone: "Europe/Copenhagen",
  openHours: { name: "Åbningstider", from: "08:00", to: "16:00" },
  holidays: [
    fixed("new-year", "Nytårsdag", "01-01"),
    easter("maundy-thursday", "Skærtorsdag", -3),
    easter("good-friday", "Langfredag", -2),
    easter("easter-sunday", "Påskedag", 0),
    easter("easter-monday", "2. påskedag", 1),
    easter("ascension", "Kristi himmelfartsdag", 39),
    easter("whit-sunday", "Pinsedag", 49),
    easter("whit-monday", "2. pinsedag", 50),
    fixed("christmas-day", "Juledag", "12-25"),
    fixed("st-stephen", "2. juledag", "12-26"),
  ],
};
