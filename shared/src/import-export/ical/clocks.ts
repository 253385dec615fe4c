import { ownValue } from "../../collections/dictionary";
import type { TimeZoneRef } from "./calendar-event";
import { type Clock, ianaClock, toInstant, UTC } from "./clock";
import type { Component } from "./components";
import { valueOf } from "./content-lines";
import { vtimezoneClock } from "./vtimezone";
import { WINDOWS_ZONES } from "./windows-zones";
import type { ZoneTimes } from "./zone-times";

/** The clock of a reference; null: nobody says what it shows. */
export type Clocks = (zone: TimeZoneRef) => Clock | null;

const property = (component: Component, name: string): string =>
  valueOf(component.lines.find((line) => line.name === name)?.text ?? "");

/** `/example.org/2010_1/America/New_York` ends with an IANA name, as those of several programs do. */
function bySuffix(tzid: string): Clock | null {
  const parts = tzid.split("/");
  for (const count of [3, 2]) {
    const clock = parts.length > count ? ianaClock(parts.slice(-count).join("/")) : null;
    if (clock !== null) return clock;
  }
  return null;
}

/**
 * Finds clocks by TZID: an IANA name, a Windows one, a longer name that ends with an IANA one, what the file's own
 * VTIMEZONE says it is, and last of all its rules. The rules win over the name where the two differ for a time of the
 * file: its author saw that time.
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
  const find = (tzid: string): Clock | null => {
    const own = timeZones.find((component) => property(component, "TZID") === tzid);
    const rules = own === undefined ? null : vtimezoneClock(tzid, own);
    const named =
      ianaClock(tzid) ??
      ianaClock(ownValue(WINDOWS_ZONES, tzid.toLowerCase()) ?? "") ??
      bySuffix(tzid) ??
      (own === undefined ? null : ianaClock(property(own, "X-LIC-LOCATION")));
    if (own === undefined || rules === null || named === null) return named ?? rules;
    for (const time of timesIn(tzid))
      if (toInstant(named, time) !== toInstant(rules, time)) {
        differ(own, tzid);
        // Another clock than the zone's, so its times are converted.
        return { ...rules, name: `VTIMEZONE ${tzid}` };
      }
    return named;
  };
  return (zone) => {
    if (zone.kind === "utc") return UTC;
    if (zone.kind === "floating") return floating;
    let clock = known.get(zone.tzid);
    if (clock === undefined) known.set(zone.tzid, (clock = find(zone.tzid)));
    return clock;
  };
}
