import { formatInstant } from "./format-date";
import { interpolate } from "./interpolate";
import type { Messages } from "./messages/messages";
import { plural } from "./plural";

/** A time of day for speech: "8 AM", "8:30 AM", "8 Uhr 30". */
export function formatSpokenTime(at: number, timeZone: string, locale: string, { spoken }: Messages): string {
  const h = Number(formatInstant("en", timeZone, at, { hour: "numeric", hourCycle: "h23" }));
  const m = Number(formatInstant("en", timeZone, at, { minute: "numeric" }));
  const clock = formatInstant(locale, timeZone, at, {
    hour: "numeric",
    hour12: true,
    ...(m === 0 ? {} : { minute: "2-digit" }),
  });
  const templates = m === 0 ? spoken.onTheHour : spoken.withMinutes;
  const hour = templates.other.includes("{clock}") ? h % 12 || 12 : h;
  return interpolate(locale, plural(locale, templates, hour), {
    h,
    m,
    mm: String(m).padStart(2, "0"),
    clock,
  });
}
