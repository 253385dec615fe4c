import { formatInstant } from "@schedule-manager/shared/i18n/format-date";

const WHEN: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" };
const WITH_ZONE: Intl.DateTimeFormatOptions = {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
};

/**
 * A time in the reader's zone.
 * @param at ISO 8601
 * @param zone appends the zone, for texts that mention other zones too
 */
export function formatDateTime(locale: string, at: string, zone = false): string {
  const t = Date.parse(at);
  if (Number.isNaN(t)) return at;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return formatInstant(locale, timeZone, t, zone ? WITH_ZONE : WHEN);
}
