import type { Change, Status } from "../model/model";
import { zoneOf } from "../time/zone";
import { templateFor } from "./describe-status";
import { formatInstant } from "./format-date";
import { formatMoment } from "./format-moment";
import { interpolate } from "./interpolate";
import { heardLocale } from "./locales";
import { messagesFor } from "./messages-for";
import type { Messages } from "./messages/messages";
import { plural } from "./plural";

/** A time of day for speech: "8 AM", "8:30 AM", "8 Uhr 30". */
function formatSpokenTime(at: number, timeZone: string, locale: string, { spoken }: Messages): string {
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

/**
 * A sentence for a voice prompt: "We are closed for the holiday and open again on Monday at 8 AM."
 * @param change the next opening or closing. While closed, pass the next opening, not the next change (a holiday
 * may follow the night). Omitted from the sentence when null, `at: null` or of another type.
 * @param now ms since the epoch
 */
export function describeSpokenStatus(
  decision: Status,
  change: Change | null,
  timeZone: string,
  now: number,
  asked: string,
): string {
  const locale = heardLocale(asked);
  const messages = messagesFor(locale);
  const { spoken } = messages;
  const reason = decision.closedReason;
  if (
    change === null ||
    change.at === null ||
    change.to.isOpen === decision.isOpen ||
    zoneOf(timeZone) === null
  )
    return decision.isOpen
      ? spoken.open
      : interpolate(locale, templateFor(reason, spoken.closed), { reason });
  const time = formatSpokenTime(change.at, timeZone, locale, messages);
  const moments = decision.isOpen ? spoken.until : spoken.again;
  const when = formatMoment(change.at, now, timeZone, locale, moments, time, "long");
  const template = decision.isOpen ? spoken.openUntil : templateFor(reason, spoken.closedUntil);
  // Avoids a second full stop after an abbreviation: "a las 8 a.m."
  return interpolate(locale, template, { when, reason }).replace(/\.\.$/, ".");
}
