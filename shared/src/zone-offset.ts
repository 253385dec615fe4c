import { DAY_MS, monthStart } from "./civil";

/**
 * How a zone is asked for its offset: through Intl, whose data is the runtime's. One look-up costs about 5 µs,
 * and the first for a zone much more, so `zone.ts` asks as seldom as it can.
 */

/** The offset (local time minus UTC, ms) of a zone at t (ms since the epoch); null: the zone is unknown here. */
export function offsetReader(name: string): ((t: number) => number) | null {
  // Names only: some engines also take offsets such as +02:00, others do not.
  if (!/^[A-Za-z]/.test(name)) return null;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return null;
  }
  return (t) => {
    const field: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of format.formatToParts(t)) field[type] = value;
    const year = field.era === "BC" ? 1 - Number(field.year) : Number(field.year);
    const day = monthStart(year * 12 + Number(field.month) - 1) + Number(field.day) - 1;
    const seconds = (Number(field.hour) * 60 + Number(field.minute)) * 60 + Number(field.second);
    return day * DAY_MS + seconds * 1000 - Math.floor(t / 1000) * 1000;
  };
}
