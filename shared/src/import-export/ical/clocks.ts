import { ownValue } from "../../collections/dictionary";
import type { TimeZoneRef } from "./calendar-event";
import { type Clock, ianaClock, UTC } from "./clock";
import type { Component } from "./components";
import { valueOf } from "./content-lines";
import { vtimezoneClock } from "./vtimezone";
import { WINDOWS_ZONES } from "./windows-zones";

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
 * VTIMEZONE says it is, and last of all its rules. Zone data is newer than files, so names win over rules.
 * @param floating the clock of times without a zone
 */
export function makeClocks(timeZones: readonly Component[], floating: Clock): Clocks {
  const known = new Map<string, Clock | null>();
  const find = (tzid: string): Clock | null => {
    const own = timeZones.find((component) => property(component, "TZID") === tzid);
    return (
      ianaClock(tzid) ??
      ianaClock(ownValue(WINDOWS_ZONES, tzid.toLowerCase()) ?? "") ??
      bySuffix(tzid) ??
      (own === undefined ? null : (ianaClock(property(own, "X-LIC-LOCATION")) ?? vtimezoneClock(tzid, own)))
    );
  };
  return (zone) => {
    if (zone.kind === "utc") return UTC;
    if (zone.kind === "floating") return floating;
    let clock = known.get(zone.tzid);
    if (clock === undefined) known.set(zone.tzid, (clock = find(zone.tzid)));
    return clock;
  };
}
