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
 * A moment by the reader's own clock.
 * @param at ISO 8601
 * @param zone says which clock that is: where others are spoken of, too
 */
export function formatDateTime(locale: string, at: string, zone = false): string {
  const t = Date.parse(at);
  if (Number.isNaN(t)) return at;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return formatInstant(locale, timeZone, t, zone ? WITH_ZONE : WHEN);
}
