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

/** A time of day to be said: "8 AM", "8:30 AM", "8 Uhr 30". */
function formatSpokenTime(at: number, timeZone: string, locale: string, { spoken }: Messages): string {
  const h = Number(formatInstant("en", timeZone, at, { hour: "numeric", hourCycle: "h23" }));
  const m = Number(formatInstant("en", timeZone, at, { minute: "numeric" }));
  const clock = formatInstant(locale, timeZone, at, {
    hour: "numeric",
    hour12: true,
    ...(m === 0 ? {} : { minute: "2-digit" }),
  });
  const templates = m === 0 ? spoken.onTheHour : spoken.withMinutes;
  const said = templates.other.includes("{clock}") ? h % 12 || 12 : h;
  return interpolate(locale, plural(locale, templates, said), {
    h,
    m,
    mm: String(m).padStart(2, "0"),
    clock,
  });
}

/**
 * A sentence to be spoken to a caller: "We are closed for the holiday and open again on Monday at 8 AM."
 * @param change when it opens or closes next. While closed that is the next opening, which need not be the next
 * change (a holiday may follow on the night); null, `at: null` or another change: it is not said.
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
  // The point of an abbreviation ends the sentence as well: "a las 8 a.m."
  return interpolate(locale, template, { when, reason }).replace(/\.\.$/, ".");
}
