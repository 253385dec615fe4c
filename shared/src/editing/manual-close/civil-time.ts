import { DAY_MS, formatDate, MINUTE_MS } from "../../time/civil";
import { compileSchedule } from "../../evaluator/compile";
import { parseInstant } from "../../time/instant";
import { localTime } from "../../time/local-time";
import { instantOf, parseSimulate } from "../../evaluator/simulate";
import { zoneOf } from "../../time/zone";

const two = (n: number): string => String(n).padStart(2, "0");

/** The date and time of an instant (ISO 8601) in a zone, for date and time fields; null: invalid instant or zone. */
export function civilMinuteOf(
  timeZone: string,
  iso: string,
): { readonly date: string; readonly time: string } | null {
  const t = parseInstant(iso);
  const zone = zoneOf(timeZone);
  if (t === null || zone === null) return null;
  const local = t + zone.span(t).offset;
  const day = Math.floor(local / DAY_MS);
  const minute = Math.floor((local - day * DAY_MS) / MINUTE_MS);
  return { date: formatDate(day), time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` };
}

/**
 * The instant of a wall-clock time, ISO 8601 with the zone's offset. A repeated time means the first; a skipped time
 * uses the offset before the gap. null: incomplete input or invalid zone.
 */
export function instantOfCivilMinute(timeZone: string, date: string, time: string): string | null {
  const label = parseSimulate(`${date}T${time}`);
  if (date === "" || time === "" || label.type !== "label") return null;
  const schedule = { id: "", name: "", timeZone, manualClose: false, rules: [] };
  const t = instantOf(compileSchedule(schedule, new Map()), label);
  const zone = zoneOf(timeZone);
  if (t === null || zone === null) return null;
  return localTime(zone, t);
}
