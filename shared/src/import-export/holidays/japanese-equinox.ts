import { dayOf } from "../../time/civil";

/**
 * Equinoxes in Japan, by the usual approximation for 1980 to 2099. The National Astronomical Observatory
 * announces them in February of the previous year.
 */
const equinox = (year: number, month: number, first: number): number => {
  const y = year - 1980;
  return dayOf(year, month, Math.floor(first + 0.242194 * y) - Math.floor(y / 4)) ?? 0;
};

export const vernalEquinox = (year: number): number => equinox(year, 3, 20.8431);
export const autumnalEquinox = (year: number): number => equinox(year, 9, 23.2488);
