import { type Country, easter, fixed, yearly } from "../define";

/** Algemene termijnenwet, art. 3: the days of its first paragraph, and Good Friday by its second. */
export const nl: Country = {
  code: "nl",
  name: "Netherlands",
  timeZone: "Europe/Amsterdam",
  openHours: { name: "Openingstijden", from: "09:00", to: "17:00" },
  holidays: [
    fixed("new-year", "Nieuwjaarsdag", "01-01"),
    easter("good-friday", "Goede Vrijdag", -2),
    easter("easter-sunday", "Eerste paasdag", 0),
    easter("easter-monday", "Tweede paasdag", 1),
    // 27 April, or the preceding Saturday if that is a Sunday: the later of the two that is not a Sunday.
    yearly("kings-day", "Koningsdag", "BYMONTH=4;BYMONTHDAY=26,27;BYDAY=MO,TU,WE,TH,FR,SA;BYSETPOS=-1"),
    fixed("liberation-day", "Bevrijdingsdag", "05-05"),
    easter("ascension", "Hemelvaartsdag", 39),
    easter("whit-sunday", "Eerste pinksterdag", 49),
    easter("whit-monday", "Tweede pinksterdag", 50),
    fixed("christmas-day", "Eerste kerstdag", "12-25"),
    fixed("boxing-day", "Tweede kerstdag", "12-26"),
  ],
};
