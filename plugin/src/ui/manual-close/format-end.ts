import { formatInstant } from "@schedule-manager/shared/i18n/format-date";
import { parseInstant } from "@schedule-manager/shared/time/instant";
import { zoneOf } from "@schedule-manager/shared/time/zone";

export const TIME = { weekday: "short", hour: "numeric", minute: "2-digit" } as const;
const MOMENT = { ...TIME, day: "numeric", month: "short" } as const;

/** Formats refuse an unknown zone. */
export const zoneForFormat = (timeZone: string): string => (zoneOf(timeZone) === null ? "UTC" : timeZone);

/** The end of a manual close on the schedule's clock; the text itself when it is no moment. */
export function formatEnd(locale: string, timeZone: string, until: string): string {
  const at = parseInstant(until);
  return at === null ? until : formatInstant(locale, zoneForFormat(timeZone), at, MOMENT);
}
