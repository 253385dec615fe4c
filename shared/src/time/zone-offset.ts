/**
 * The runtime's zone data, asked through Intl: for years and names that the shipped data does not have. A look-up costs
 * some 5 µs, and the first for a zone much more, so `zone.ts` asks as seldom as it can.
 */

/** As `longOffset` ends: `GMT-05:00`, before standard time `GMT-04:56:02`, and plain `GMT`. */
const OFFSET = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/;

/** The offset (local time minus UTC, ms) of a zone at t (ms since the epoch); null: the zone is unknown here. */
export function offsetReader(name: string): ((t: number) => number) | null {
  // Names only: some engines also take offsets such as +02:00, others do not.
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
