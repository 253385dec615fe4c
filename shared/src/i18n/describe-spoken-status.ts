import type { Change, Status } from "../model/model";
import { zoneOf } from "../time/zone";
import { templateFor } from "./describe-status";
import { formatMoment } from "./format-moment";
import { formatSpokenTime } from "./format-spoken-time";
import { interpolate } from "./interpolate";
import { speechLocale } from "./locales";
import { messagesFor } from "./messages-for";

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
  const locale = speechLocale(asked);
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
