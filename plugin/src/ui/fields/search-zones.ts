import { DAY_MS, MINUTE_MS } from "@schedule-manager/shared/time/civil";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { searchKey } from "../../i18n/search-key";
import { type ComboOption, rankOptions } from "./rank-options";
import { zonePlaces } from "./zone-places";

/** The zones that each abbreviation of American English names first: EST is New York's, not that of Panama or Jamaica. */
const AMERICAN = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"];

const HALF_YEAR = 183 * DAY_MS;

/** The offset that a text such as "GMT+2", "UTC-03:30" or "+5" names, in ms east of UTC; null: none. */
function typedOffset(text: string): number | null {
  const match = /^(?:gmt|utc)?\s*([+\-−–])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(text.trim());
  if (match === null) return null;
  const [, sign, hours, minutes = "0"] = match;
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return sign === "+" ? size : -size;
}

const offsetAt = (zone: string, at: number): number | undefined => zoneOf(zone)?.span(at).offset;

const byRank = (options: readonly ComboOption[], rankOf: (zone: string) => number): readonly ComboOption[] =>
  options
    .map((option) => ({ option, rank: rankOf(option.value) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option);

interface Asked {
  readonly locale: string;
  /** ms since the epoch. */
  readonly now: number;
  /** Zones that other schedules have. */
  readonly inUse: readonly string[];
}

/**
 * The zones that a query names, best first: by offset, by abbreviation, by country, by name. Etc/GMT+2 is two hours
 * west of Greenwich, so that "GMT+2" does not find it.
 */
export function searchZones(
  options: readonly ComboOption[],
  query: string,
  { locale, now, inUse }: Asked,
): readonly ComboOption[] {
  // Zones in use first, then those with the most people, then zones of no place.
  const common = byRank(options, (zone) =>
    inUse.includes(zone) ? -1 : (zonePlaces.get(zone)?.position ?? Infinity),
  );
  const offset = typedOffset(query);
  if (offset !== null) {
    const current = common.filter(({ value }) => offsetAt(value, now) === offset);
    const other = common.filter(
      (option) => !current.includes(option) && offsetAt(option.value, now + HALF_YEAR) === offset,
    );
    return [...current, ...other];
  }
  const ranked = rankOptions(common, query);
  const abbreviation = searchKey(query).trim().toUpperCase();
  const region = new Intl.Locale(locale).maximize().region;
  const called = common.filter(({ value }) => zonePlaces.get(value)?.abbreviations.includes(abbreviation));
  const meant = byRank(called, (zone) =>
    zonePlaces.get(zone)?.country === region ? -1 : AMERICAN.includes(zone) ? 0 : 1,
  );
  return [...new Set([...meant, ...ranked])];
}
