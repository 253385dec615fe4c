import type { Zone } from "./zone";

const two = (value: number): string => String(value).padStart(2, "0");

/** Formats an instant (ms since the epoch) as `2026-03-08T01:30:00-05:00`; UTC without a zone. */
export function localTime(zone: Zone | null, t: number): string {
  const offset = zone?.span(t).offset ?? 0;
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const wall = new Date(t + offset).toISOString().slice(0, 19);
  return `${wall}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
