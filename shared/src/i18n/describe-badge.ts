import type { ManualClose } from "../evaluator/manual-close";
import type { Change, Status } from "../model/model";
import { describeNextChange, describeStatus } from "./describe-status";
import { interpolate } from "./interpolate";
import { knownLocale } from "./locales";
import { messagesFor } from "./messages-for";

const MINUTE_MS = 60_000;
/** Shows changes within this time in minutes. */
const SOON_MS = 60 * MINUTE_MS;

/**
 * A status as a badge shows it: "Closed · opens in 12 min", "Closed for holiday · opens Mon 08:00". Unlike
 * `describeStatusAndNext`, counts the minutes of the last hour, so callers refresh it each minute
 * (`badgeHolds`).
 * @param turn from `nextOpenChange`
 * @param now ms since the epoch
 * @param close the manual close that decided
 */
export function describeBadge(
  decision: Status,
  turn: Change,
  timeZone: string,
  now: number,
  asked: string,
  close: ManualClose | null = null,
): string {
  const locale = knownLocale(asked);
  const bare = describeStatus(decision, asked);
  const status =
    close?.note === undefined
      ? bare
      : interpolate(locale, messagesFor(locale).status.noted, { status: bare, note: close.note });
  const next =
    describeSoon(decision, turn, now, asked) ??
    describeNextChange(decision, turn, timeZone, now, asked, close);
  return next === "" ? status : interpolate(locale, messagesFor(locale).status.next, { status, next });
}

function describeSoon(decision: Status, turn: Change, now: number, asked: string): string | null {
  if (turn.at === null || turn.at <= now || turn.at - now >= SOON_MS) return null;
  if (turn.to.isOpen === decision.isOpen) return null;
  const locale = knownLocale(asked);
  const minutes = Math.ceil((turn.at - now) / MINUTE_MS);
  // In some languages the abbreviation ends with a full stop, which would look like the end of a sentence.
  const when = new Intl.RelativeTimeFormat(locale, { style: "short" })
    .format(minutes, "minute")
    .replace(/\.$/, "");
  const { status } = messagesFor(locale);
  return interpolate(locale, turn.to.isOpen ? status.opens : status.closes, { when });
}

/** Milliseconds until the badge's text may change; null: not before its status changes. */
export function badgeHolds(turn: Change, now: number): number | null {
  if (turn.at === null || turn.at <= now) return null;
  const left = turn.at - now;
  return left < SOON_MS ? left % MINUTE_MS || MINUTE_MS : left - SOON_MS + 1;
}
