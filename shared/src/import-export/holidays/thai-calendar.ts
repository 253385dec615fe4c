/**
 * The part of the Thai lunisolar calendar that the Buddhist holidays need. Months alternate between 29 and 30
 * days; a year may have a second eighth month (30 days more) or an extra day in the seventh month, depending on
 * the moon's age and the remainders at New Year of the Chula Sakarat era in the traditional almanac.
 */
import { mod, parseDate } from "../../time/civil";

type Kind = "normal" | "extra-day" | "extra-month";

const YEAR_DAYS: Record<Kind, number> = { normal: 354, "extra-day": 355, "extra-month": 384 };

/** The almanac's numbers at New Year of a Chula Sakarat year. */
function newYear(cs: number): { leapSolar: boolean; avoman: number; moonAge: number } {
  const elapsed = 292_207 * cs + 373;
  const day = Math.floor(elapsed / 800) + 1;
  const lunar = 11 * day + 650;
  return {
    leapSolar: 800 - mod(elapsed, 800) <= 207,
    avoman: mod(lunar, 692),
    moonAge: mod(day + Math.floor(lunar / 692), 30),
  };
}

function hasExtraMonth(cs: number): boolean {
  const { moonAge } = newYear(cs);
  const next = newYear(cs + 1).moonAge;
  if (moonAge === 25 && next === 5) return false;
  if (moonAge === 24 && next === 6) return true;
  return moonAge > 24 || moonAge < 6;
}

function wantsExtraDay(cs: number): boolean {
  const { leapSolar, avoman } = newYear(cs);
  if (leapSolar) return avoman <= 126;
  return avoman <= 137 && !(avoman === 137 && newYear(cs + 1).avoman === 0);
}

function kindOf(year: number): Kind {
  const cs = year - 638;
  if (hasExtraMonth(cs)) return "extra-month";
  // A year never has both: the extra day moves to the next year.
  return wantsExtraDay(cs) || (wantsExtraDay(cs - 1) && hasExtraMonth(cs - 1)) ? "extra-day" : "normal";
}

/** Makha Bucha 2026 was the full moon of the fourth month: 14 days after 29 + 30 + 29. */
const ANCHOR_YEAR = 2026;
const ANCHOR = (parseDate("2026-03-03") ?? 0) - 102;

/** Civil day number of the start of the lunar year whose sixth month lies in the given year. */
function yearStart(year: number): number {
  let start = ANCHOR;
  for (let y = ANCHOR_YEAR; y < year; y += 1) start += YEAR_DAYS[kindOf(y)];
  for (let y = ANCHOR_YEAR - 1; y >= year; y -= 1) start -= YEAR_DAYS[kindOf(y)];
  return start;
}

/** Civil day number of the 15th waxing day of a month (1 to 12); with two eighth months, of the second. */
function fullMoon(year: number, month: number): number {
  let day = yearStart(year) + 14;
  for (let m = 1; m < month; m += 1) day += m % 2 === 1 ? 29 : 30;
  const kind = kindOf(year);
  // The second eighth month follows the first; the extra day ends the seventh month.
  if (month >= 8 && kind !== "normal") day += kind === "extra-month" ? 30 : 1;
  return day;
}

/** In years with two eighth months, Makha and Visakha Bucha are one month later. */
const later = (year: number): number => (kindOf(year) === "extra-month" ? 1 : 0);

export const makhaBucha = (year: number): number => fullMoon(year, 3 + later(year));
export const visakhaBucha = (year: number): number => fullMoon(year, 6 + later(year));
export const asalhaBucha = (year: number): number => fullMoon(year, 8);
