import { mod } from "@schedule-manager/shared/time/civil";
import { formatInstant } from "@schedule-manager/shared/i18n/format-date";
import { MINUTE_MS } from "@schedule-manager/shared/time/civil";
import { memoize } from "@schedule-manager/shared/collections/memoize";

const MAX_LOCALES = 20;

const hasHalfDays = memoize(
  MAX_LOCALES,
  (locale: string): boolean =>
    new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12 === true,
);

function formatShortTime(locale: string, minute: number): string {
  const rest = minute % 60;
  if (hasHalfDays(locale)) {
    const options = rest === 0 ? ({ hour: "numeric" } as const) : ({ timeStyle: "short" } as const);
    return formatInstant(locale, "UTC", minute * MINUTE_MS, options);
  }
  const hour = minute > 0 && mod(minute, 1440) === 0 ? 24 : Math.floor(minute / 60) % 24;
  return rest === 0 ? String(hour) : `${hour}:${String(rest).padStart(2, "0")}`;
}

/** Formats minutes of day as a range for narrow places, such as `8–17` or `8 AM–5 PM`. */
export const formatShortTimes = (locale: string, start: number, end: number): string =>
  `${formatShortTime(locale, start)}–${formatShortTime(locale, end)}`;
