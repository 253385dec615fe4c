import type { HolidayCountry } from "../../model/holiday";

/** A country and one of its regions, by their codes. */
export interface Place {
  readonly country: string;
  /** null: the whole country. */
  readonly region: string | null;
}

/** `timeZones` became `getTimeZones()`; browsers have either, both or none. */
type LocaleZones = Intl.Locale & {
  readonly timeZones?: readonly string[];
  readonly getTimeZones?: () => readonly string[] | undefined;
};

function hasZone({ code, timeZone, regions }: HolidayCountry, zone: string): boolean {
  if (timeZone === zone || regions.some((region) => region.timeZone === zone)) return true;
  const locale: LocaleZones = new Intl.Locale(`und-${code}`);
  return (locale.getTimeZones?.() ?? locale.timeZones ?? []).includes(zone);
}

/** The place to offer first for a country: the whole country, or the region of the time zone. */
export function placeIn(country: HolidayCountry, timeZone: string): Place {
  const { code, regions, firstRegion } = country;
  if (firstRegion === null) return { country: code, region: null };
  const inZone = timeZone === country.timeZone ? undefined : regions.find((one) => one.timeZone === timeZone);
  return { country: code, region: inZone?.code ?? firstRegion };
}

export const countryOfZone = (
  countries: readonly HolidayCountry[],
  timeZone: string,
): HolidayCountry | undefined => countries.find((one) => hasZone(one, timeZone));

/** The place of a schedule's time zone, or else the country of the reader's language. */
export function suggestPlace(
  countries: readonly HolidayCountry[],
  timeZone: string,
  locale: string,
): Place | null {
  const own = new Intl.Locale(locale).maximize().region;
  const country =
    countryOfZone(countries, timeZone) ?? countries.find(({ code }) => code === own) ?? countries[0];
  return country === undefined ? null : placeIn(country, timeZone);
}
