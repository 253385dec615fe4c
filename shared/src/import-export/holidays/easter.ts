import { dayOf, mod } from "../../time/civil";

/**
 * Easter Sunday of the Gregorian calendar, as a civil day number. The lunar cycle has 19 years; `epact` is the
 * age of the moon, corrected for the leap days and lunar days that centuries drop.
 */
export function easterDay(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moonCorrection = Math.floor((8 * century + 13) / 25);
  const leapCorrection = century - Math.floor(century / 4);
  const epact = mod(19 * golden + leapCorrection - moonCorrection + 15, 30);
  // The two exceptions keep the paschal full moon before 19 April and different within a cycle.
  const fullMoon = epact - (epact === 29 || (epact === 28 && golden > 10) ? 1 : 0);
  const march21 = dayOf(year, 3, 21) ?? 0;
  const paschal = march21 + fullMoon;
  // The Sunday after it: weekdays count from Monday = 0, and day 0 was a Thursday.
  return paschal + 7 - mod(paschal + 4, 7);
}
