import { formatInstant } from "@schedule-manager/shared/i18n/format-date";

const TODAY: Intl.DateTimeFormatOptions = { timeStyle: "short" };
const EARLIER: Intl.DateTimeFormatOptions = {
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
};

/**
 * The time of an instant today, with the date for an earlier day, in the reader's zone; empty for NaN.
 * @param at ms since the epoch
 * @param now ms since the epoch
 */
export function formatSince(locale: string, at: number, now: number): string {
  if (Number.isNaN(at)) return "";
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return formatInstant(locale, timeZone, at, isToday ? TODAY : EARLIER);
}
