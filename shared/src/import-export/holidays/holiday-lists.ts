import { COUNTRIES } from "./countries";
import { us } from "./countries/us";
import type { Country, Holiday } from "./define";
import { holidaysIn } from "./region";
import { REGIONS } from "./regions";

export interface HolidayRegion {
  /** ISO 3166-2 without the country, lower case. */
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly holidays: readonly Holiday[];
}

export interface HolidayCountry {
  /** ISO 3166-1, upper case. */
  readonly code: string;
  readonly timeZone: string;
  /** The national holidays; null: each region has its own. */
  readonly national: readonly Holiday[] | null;
  readonly regions: readonly HolidayRegion[];
  /** The code of the region to offer first where there is no national list. */
  readonly firstRegion: string | null;
}

function listOf(country: Country): HolidayCountry {
  const { code, timeZone, holidays } = country;
  const given = REGIONS.find((regions) => regions.country === country);
  const firstRegion = given?.standsFor ?? null;
  return {
    code: code.toUpperCase(),
    timeZone,
    national: firstRegion === null ? holidays : null,
    regions: (given?.regions ?? []).map((region) => ({
      code: region.code,
      name: region.name,
      timeZone: region.timeZone ?? timeZone,
      holidays: given === undefined ? [] : holidaysIn(given, region),
    })),
    firstRegion,
  };
}

/** The holidays of each country and its regions, to choose from. */
export const HOLIDAY_COUNTRIES: readonly HolidayCountry[] = [...COUNTRIES, us].map(listOf);
