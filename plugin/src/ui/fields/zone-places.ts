import { memoize } from "@schedule-manager/shared/collections/memoize";
import { ZONE_PLACES } from "@schedule-manager/shared/time/zone-places";

/** A zone of a place. */
interface ZonePlace {
  /** ISO 3166 code. */
  readonly country: string;
  /** Such as EST, EDT and ET. */
  readonly abbreviations: readonly string[];
  /** Position among all places, by population. */
  readonly position: number;
}

/** Names that people type and CLDR does not give. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  AE: ["UAE"],
  CZ: ["Czech Republic"],
  GB: ["Great Britain", "England", "Scotland", "Wales"],
  MM: ["Burma"],
  NL: ["Holland"],
  TR: ["Turkey"],
  US: ["USA"],
};

/** EST and EDT are also called ET. */
function withGeneric(abbreviations: readonly string[]): readonly string[] {
  const generic = abbreviations.flatMap((one) => {
    const [, area = "", season] = /^(\w+)([SD])T$/.exec(one) ?? [];
    return season === "S" && abbreviations.includes(`${area}DT`) ? [`${area}T`] : [];
  });
  return [...abbreviations, ...generic];
}

/** The zones of places by their names, those with the most people first. */
export const zonePlaces: ReadonlyMap<string, ZonePlace> = new Map(
  ZONE_PLACES.trim()
    .split("\n")
    .map((line, position) => {
      const [name = "", country = "", ...abbreviations] = line.split(" ");
      return [name, { country, abbreviations: withGeneric(abbreviations), position }];
    }),
);

const displayNamesIn = memoize(20, (locale: string): readonly Intl.DisplayNames[] =>
  [locale, "en"].flatMap((language) =>
    (["long", "short"] as const).map((style) => new Intl.DisplayNames(language, { type: "region", style })),
  ),
);

/** The names of a zone's country, in a language and in English; none for a zone of no place. */
export function countryNames(zone: string, locale: string): readonly string[] {
  const country = zonePlaces.get(zone)?.country;
  if (country === undefined) return [];
  const names = displayNamesIn(locale).map((display) => display.of(country) ?? country);
  return [...new Set([...names, ...(OTHER_NAMES[country] ?? [])])];
}
