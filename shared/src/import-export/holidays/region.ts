import type { Configuration, Rule } from "../../model/model";
import type { Holiday } from "../../model/holiday";
import { type Country, closedRule, openRule } from "./define";

/** A part of a country with holidays of its own. */
export interface Region {
  /** ISO 3166-2 without the country, lower case. */
  readonly code: string;
  readonly name: string;
  /** Where it differs from the country's. */
  readonly timeZone?: string;
}

export interface RegionalHoliday {
  readonly holiday: Holiday;
  /** Codes of the regions that observe it. */
  readonly regions: readonly string[];
}

export interface CountryRegions {
  readonly country: Country;
  readonly regions: readonly Region[];
  /** Holidays besides the country's. */
  readonly added: readonly RegionalHoliday[];
  /** The region whose holidays are the country's, where there is no national list. */
  readonly standsFor?: string;
  /** Regions that do not observe a holiday of the country, by its id. */
  readonly omitted?: Readonly<Record<string, readonly string[]>>;
}

/** `codes` are separated by blanks. */
export const on = (codes: string, holiday: Holiday): RegionalHoliday => ({
  holiday,
  regions: codes.split(" "),
});

/** Regions from lines of `code Name`, with a time zone after a comma where it differs. */
export const regionsFrom = (text: string): Region[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [first = "", timeZone] = line.trim().split(", ");
      const space = first.indexOf(" ");
      const region = { code: first.slice(0, space), name: first.slice(space + 1) };
      return timeZone === undefined ? region : { ...region, timeZone };
    });

/** The holidays that a region observes. */
export const holidaysIn = (
  { country, added, omitted = {} }: CountryRegions,
  { code }: Region,
): readonly Holiday[] => [
  ...country.holidays.filter(({ id }) => !omitted[id]?.includes(code)),
  ...added.filter(({ regions }) => regions.includes(code)).map(({ holiday }) => holiday),
];

/**
 * A configuration with one schedule for each region. The country's own rules keep the ids that they have in the country's
 * configuration, so both can be imported.
 */
export function toRegionsConfiguration(given: CountryRegions): Configuration {
  const { country, added, regions } = given;
  const open = openRule(country);
  const ruleOf = (holiday: Holiday): Rule => closedRule(country, holiday);
  return {
    rules: [open, ...[...country.holidays, ...added.map(({ holiday }) => holiday)].map(ruleOf)],
    schedules: regions.map((region) => ({
      id: `${country.code}-${region.code}-example`,
      name: `${region.name} example`,
      manualClose: false,
      timeZone: region.timeZone ?? country.timeZone,
      rules: [open, ...holidaysIn(given, region).map(ruleOf)].map(({ id }) => id),
    })),
  };
}
