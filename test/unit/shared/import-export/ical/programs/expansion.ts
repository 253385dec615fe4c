/** The open minutes of a schedule by the events of a calendar, computed independently of the import. */
import { DateTime } from "luxon";
import { DAY_MS, DAYS, daysOf, type EventSpec, FROM } from "./event-spec";

/** From and to, ms since the epoch. */
type Span = readonly [number, number];

const MINUTE_MS = 60_000;

function at(day: number, minute: number, zone: string): number {
  const date = new Date(day * DAY_MS + minute * MINUTE_MS);
  return DateTime.fromObject(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
    },
    { zone },
  ).toMillis();
}

export function spansOf(event: EventSpec, target: string): Span[] {
  const { first, rule, hours, length, left, moved, changed, zone } = event;
  const all = rule === null ? [first] : daysOf(first, rule, FROM + DAYS + 10);
  const days = all.flatMap((day) => {
    if (left.includes(day)) return [];
    return [{ day: moved?.from === day ? moved.to : day, of: day }];
  });
  return days.map(({ day, of }): Span => {
    if (hours === null) return [at(day, 0, target), at(day + length, 0, target)];
    const isChanged = changed !== null && of >= changed.from && moved?.from !== of;
    const { start, end } = isChanged ? changed : hours;
    return [at(day, start, zone), at(day, end, zone)];
  });
}

const midnights = new Map<string, readonly number[]>();

function midnightsIn(zone: string): readonly number[] {
  let known = midnights.get(zone);
  if (known === undefined)
    midnights.set(zone, (known = Array.from({ length: DAYS + 1 }, (_, index) => at(FROM + index, 0, zone))));
  return known;
}

/** Open minutes of each day of a zone, but for days on which its clock changes. */
export function minutesPerDay(spans: readonly Span[], zone: string): (number | null)[] {
  const days = midnightsIn(zone);
  const merged: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  let next = 0;
  return Array.from({ length: DAYS }, (_, index) => {
    const [begin = 0, end = 0] = [days[index], days[index + 1]];
    let open = 0;
    while ((merged[next]?.[1] ?? Infinity) <= begin) next += 1;
    for (let k = next; (merged[k]?.[0] ?? Infinity) < end; k += 1) {
      const [from, to] = merged[k] ?? [0, 0];
      open += Math.max(0, Math.min(to, end) - Math.max(from, begin));
    }
    return end - begin === DAY_MS ? open / MINUTE_MS : null;
  });
}
