import { dayOf, parseDate } from "../../time/civil";

/**
 * First day of the year, fifth of the fifth month and fifteenth of the eighth, in Beijing time. A table, because
 * new moons near midnight (as in 2027 and 2030) and the leap month of 2033 exceed the precision of ICU's
 * calendar. The dates are official (GB/T 33661-2017; Hong Kong Observatory's conversion tables).
 */
const TABLE: Readonly<Record<number, readonly [newYear: string, dragonBoat: string, midAutumn: string]>> = {
  2026: ["02-17", "06-19", "09-25"],
  2027: ["02-06", "06-09", "09-15"],
  2028: ["01-26", "05-28", "10-03"],
  2029: ["02-13", "06-16", "09-22"],
  2030: ["02-03", "06-05", "09-12"],
  2031: ["01-23", "06-24", "10-01"],
  2032: ["02-11", "06-12", "09-19"],
  2033: ["01-31", "06-01", "09-08"],
  2034: ["02-19", "06-20", "09-27"],
  2035: ["02-08", "06-10", "09-16"],
  2036: ["01-28", "05-30", "10-04"],
};

const lookUp = (index: 0 | 1 | 2) => (year: number) => {
  const monthDay = TABLE[year]?.[index];
  const day = monthDay === undefined ? null : parseDate(`${year}-${monthDay}`);
  if (day === null) throw new Error(`The table of the Chinese calendar does not cover ${year}`);
  return day;
};

/** Civil day numbers. */
export const springFestival = lookUp(0);
export const dragonBoat = lookUp(1);
export const midAutumn = lookUp(2);

/** Qingming, the fifth solar term, in the 21st century: the tropical year from 4 April 2000, minus leap days. */
export function qingmingDay(year: number): number {
  const y = year - 2000;
  return dayOf(year, 4, Math.floor(0.2422 * y + 4.81) - Math.floor(y / 4)) ?? 0;
}
