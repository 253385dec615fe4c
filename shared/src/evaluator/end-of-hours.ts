import { DAY_MS } from "../time/civil";
import type { CompiledSchedule } from "./compile";
import { nextOpenChange } from "./next-change";
import { instantOf } from "./simulate";
import { timeline } from "./timeline";

/**
 * The end (ms since the epoch) of the last opening that begins on the civil day of `now` in the schedule's zone;
 * of a night that begins then, its morning. Midnight when no opening is left or none ends. null: unknown zone.
 */
export function endOfTodaysHours(compiled: CompiledSchedule, now: number): number | null {
  const { zone } = compiled;
  if (zone === null) return null;
  const today = Math.floor((now + zone.span(now).offset) / DAY_MS);
  const midnight = instantOf(compiled, { day: today + 1, minute: 0 });
  if (midnight === null) return null;
  const last = timeline(compiled, now, midnight)
    .filter(({ isOpen }) => isOpen)
    .pop();
  if (last === undefined) return midnight;
  if (last.to < midnight) return last.to;
  const end = nextOpenChange(compiled, midnight - 1);
  return end.at !== null && end.at - midnight < DAY_MS ? end.at : midnight;
}
