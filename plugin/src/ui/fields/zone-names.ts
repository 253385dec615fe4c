import { zoneNames } from "@schedule-manager/shared/time/zone-table";

/** A zone's IANA name, and its common names. */
export interface ZoneName {
  readonly name: string;
  readonly longName: string;
}

/** Zones per slice: each needs a formatter, which takes about half a millisecond. */
const AT_ONCE = 10;

function longName(zone: string, locale: string, now: number): string {
  try {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "longGeneric" });
    return format.formatToParts(now).find(({ type }) => type === "timeZoneName")?.value ?? "";
  } catch {
    // The browser's zone data is older than the shipped data and lacks this zone.
    return "";
  }
}

/** The names of the shipped zone data and of the browser, former ones included: available at once. */
export const listedZones = (): readonly ZoneName[] =>
  [...new Set([...zoneNames(), ...Intl.supportedValuesOf("timeZone")])]
    .sort()
    .map((name) => ({ name, longName: "" }));

let known: { readonly locale: string; readonly zones: readonly ZoneName[] } | null = null;

/** Every zone, about 600, with its common names; null until `findZones` has finished. */
export const knownZones = (locale: string): readonly ZoneName[] | null =>
  known?.locale === locale ? known.zones : null;

/**
 * Finds the common names of each zone, in slices, so that typing stays responsive.
 * @param now ms since the epoch
 * @returns stops
 */
export function findZones(
  locale: string,
  now: number,
  done: (zones: readonly ZoneName[]) => void,
): () => void {
  const names = listedZones();
  const zones: ZoneName[] = [];
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const some = (): void => {
    for (const { name } of names.slice(next, next + AT_ONCE))
      zones.push({ name, longName: longName(name, locale, now) });
    next += AT_ONCE;
    if (next < names.length) timer = setTimeout(some, 0);
    else {
      known = { locale, zones };
      done(zones);
    }
  };
  timer = setTimeout(some, 0);
  return () => {
    clearTimeout(timer);
  };
}
