import type { HolidayCountry } from "../../model/holiday";
import { COUNTRIES } from "./countries";
import { us } from "./countries/us";
import type { Country } from "./define";
import { holidaysIn } from "./region";
import { REGIONS } from "./regions";

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
