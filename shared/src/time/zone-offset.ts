/**
 * Reads the runtime's zone data through Intl, for years and names missing from the shipped data. A look-up costs
 * about 5 µs, and the first one for a zone much more, so `zone.ts` minimizes look-ups.
 */

/** As `longOffset` ends: `GMT-05:00`, before standard time `GMT-04:56:02`, and plain `GMT`. */
const OFFSET = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/;

/** The offset (local time minus UTC, ms) of a zone at t (ms since the epoch); null: unknown zone. */
export function offsetReader(name: string): ((t: number) => number) | null {
  // Accepts names only: some engines also accept offsets such as +02:00.
  if (!/^[A-Za-z]/.test(name)) return null;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
  return (t) => {
    const [, sign, hours, minutes, seconds = 0] = OFFSET.exec(format.format(t)) ?? [];
    if (sign === undefined) return 0;
    const offset = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    return sign === "-" ? -offset : offset;
  };
}
