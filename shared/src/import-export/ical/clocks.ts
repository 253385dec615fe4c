import type { TimeZoneRef } from "./calendar-event";
import { type Clock, ianaClock, toInstant, UTC } from "./clock";
import type { Component } from "./components";
import { valueOf } from "./content-lines";
import { vtimezoneClock } from "./vtimezone";
import { cleanZoneName, windowsZone } from "./zone-names";
import type { ZoneTimes } from "./zone-times";

/** The clock of a reference; null: unknown. */
export type Clocks = (zone: TimeZoneRef) => Clock | null;

const property = (component: Component, name: string): string =>
  valueOf(component.lines.find((line) => line.name === name)?.text ?? "");

/** A zone by its IANA name, which some programs write with blanks: `America/New York`. */
const namedClock = (name: string): Clock | null => ianaClock(name) ?? ianaClock(name.replaceAll(" ", "_"));

/** Extracts the IANA name from `/example.org/2010_1/America/New_York`, a form that several programs write. */
function bySuffix(tzid: string): Clock | null {
  const parts = tzid.split("/");
  for (const count of [3, 2]) {
    const clock = parts.length > count ? namedClock(parts.slice(-count).join("/")) : null;
    if (clock !== null) return clock;
  }
  return null;
}

const FIXED = /^(?:UTC|GMT)([+-])(\d{1,2})(?:[:.]?(\d\d))?$/i;

/** Names such as `GMT+01:00` without a definition are fixed offsets from UTC. */
function fixedClock(tzid: string): Clock | null {
  const found = FIXED.exec(tzid);
  if (found === null) return null;
  const offset = (Number(found[2]) * 60 + Number(found[3] ?? 0)) * (found[1] === "-" ? -60_000 : 60_000);
  return { name: tzid, offset: () => offset };
}

/**
 * Finds clocks by TZID: an IANA name, a Windows name, a longer name that ends with an IANA one, the VTIMEZONE of the
 * file, and last an offset. The VTIMEZONE wins over the name where the two differ for a time of the file: its author
 * saw that time.
 * @param floating the clock of times without a zone
 * @param differ is told of a VTIMEZONE that won
 */
export function makeClocks(
  timeZones: readonly Component[],
  floating: Clock,
  timesIn: ZoneTimes,
  differ: (own: Component, tzid: string) => void,
): Clocks {
  const known = new Map<string, Clock | null>();
  const described = new Map<string, Component>();
  for (const component of timeZones) {
    const name = cleanZoneName(property(component, "TZID")).toLowerCase();
    if (!described.has(name)) described.set(name, component);
  }
  const find = (tzid: string): Clock | null => {
    const own = described.get(tzid.toLowerCase());
    const rules = own === undefined ? null : vtimezoneClock(tzid, own);
    const named =
      namedClock(tzid) ??
      ianaClock(windowsZone(tzid) ?? "") ??
      bySuffix(tzid) ??
      (own === undefined ? null : ianaClock(property(own, "X-LIC-LOCATION")));
    if (own === undefined || rules === null || named === null) return named ?? rules ?? fixedClock(tzid);
    for (const time of timesIn(tzid))
      if (toInstant(named, time) !== toInstant(rules, time)) {
        differ(own, tzid);
        // The clock differs from the zone's, so its times are converted.
        return { ...rules, name: `VTIMEZONE ${tzid}` };
      }
    return named;
  };
  return (zone) => {
    if (zone.type === "utc") return UTC;
    if (zone.type === "floating") return floating;
    let clock = known.get(zone.tzid);
    if (clock === undefined) known.set(zone.tzid, (clock = find(zone.tzid)));
    return clock;
  };
}
