import { DAY_MINUTES, DAY_MS, dayOf, MINUTE_MS, weekday, yearStart } from "./civil";
import { ZONE_DATA, ZONE_DATA_FROM, ZONE_DATA_UNTIL } from "./zone-data";

/** A span of time with a constant offset of a zone. ms since the epoch, `to` exclusive. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  /** Local time minus UTC, in ms. */
  readonly offset: number;
}

const RULE_FIELDS = 5;

/**
 * The spans that a line of `zone-data.ts` says, without gaps. The line is `offset [minute offset]… [|yearly]`:
 * - offsets are minutes east of UTC; minutes count from the first year that the data has, in base 36;
 * - `yearly`: a year, and the two clock changes of each year from then on: month, date, weekday (0 = Monday), minute and
 *   offset; on the first such weekday from the date on, in UTC.
 * @param begin the first year of the data
 * @param end the year at whose beginning the data ends
 */
export function spansOf(begin: number, end: number, changes: string, yearly?: string): readonly OffsetSpan[] {
  const start = yearStart(begin) * DAY_MS;
  const [first, ...rest] = changes.split(" ");
  const spans: OffsetSpan[] = [];
  let from = start;
  let offset = Number(first) * MINUTE_MS;
  const close = (to: number): void => {
    spans.push({ from, to, offset });
    from = to;
  };
  while (rest.length > 0) {
    close(start + parseInt(rest.shift() ?? "", 36) * MINUTE_MS);
    offset = Number(rest.shift()) * MINUTE_MS;
  }
  const [firstYear = end, ...rules] = yearly?.split(" ").map(Number) ?? [];
  for (let year = firstYear; year < end; year += 1)
    for (let at = 0; at < rules.length; at += RULE_FIELDS) {
      const [month = 0, date = 0, day = 0, minute = 0, next = 0] = rules.slice(at);
      const earliest = dayOf(year, month, date) ?? NaN;
      close(((earliest + ((day - weekday(earliest) + 7) % 7)) * DAY_MINUTES + minute) * MINUTE_MS);
      offset = next * MINUTE_MS;
    }
  close(yearStart(end) * DAY_MS);
  return spans;
}

/** The parts of each line, by the names that it has; Intl takes names in letters of any case, so keys are lower case. */
let lines: Map<string, readonly string[]> | undefined;
let names: string[] = [];

function load(): Map<string, readonly string[]> {
  if (lines !== undefined) return lines;
  lines = new Map();
  for (const line of ZONE_DATA.trim().split("\n")) {
    const parts = line.split("|");
    let region = "";
    for (const word of parts[parts.length - 1]?.split(" ") ?? []) {
      // A name with a region begins a new one; `/Cuba` has none.
      const at = word.lastIndexOf("/");
      const name = at < 0 ? region + word : word.replace(/^\//, "");
      if (at >= 0) region = word.slice(0, at + 1).replace(/^\/$/, "");
      names.push(name);
      lines.set(name.toLowerCase(), parts);
    }
  }
  names = names.sort();
  return lines;
}

/** All names in the shipped zone data. */
export function zoneNames(): readonly string[] {
  load();
  return names;
}

/** Spans of a zone in the shipped zone data; null: no such zone. */
export function shippedSpans(name: string): readonly OffsetSpan[] | null {
  const parts = load().get(name.toLowerCase());
  if (parts === undefined) return null;
  // The last part contains the names.
  const [changes = "", yearly] = parts.slice(0, -1);
  return spansOf(ZONE_DATA_FROM, ZONE_DATA_UNTIL, changes, yearly);
}
