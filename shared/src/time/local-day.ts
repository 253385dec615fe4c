import { DAY_MS } from "./civil";
import { zoneOf } from "./zone";

/** The civil day in a time zone at an instant (ms since the epoch); UTC's for an unknown zone. */
export const localDay = (timeZone: string, t: number): number =>
  Math.floor((t + (zoneOf(timeZone)?.span(t).offset ?? 0)) / DAY_MS);
