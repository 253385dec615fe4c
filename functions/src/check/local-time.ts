import type { CompiledSchedule } from "@schedule-manager/shared/compile";

const two = (value: number): string => String(value).padStart(2, "0");

/** `2026-03-08T01:30:00-05:00` of an instant (ms since the epoch); UTC where the zone is unknown. */
export function localTime({ zone }: CompiledSchedule, t: number): string {
  const offset = zone?.span(t).offset ?? 0;
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const sign = offset < 0 ? "-" : "+";
  const wall = new Date(t + offset).toISOString().slice(0, 19);
  return `${wall}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export const isoInstant = (t: number): string => new Date(t).toISOString();
