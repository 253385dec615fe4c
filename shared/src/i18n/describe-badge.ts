import type { Change, Status } from "../model/model";
import { describeNextChange, describeStatus } from "./describe-status";
import { interpolate } from "./interpolate";
import { knownLocale } from "./locales";
import { messagesFor } from "./messages-for";

const MINUTE_MS = 60_000;
/** An opening or closing that is nearer than this is said in minutes. */
const SOON_MS = 60 * MINUTE_MS;

/**
 * A status as a badge shows it: "Closed · opens in 12 min", "Closed for holiday · opens Mon 08:00". Unlike
 * `describeStatusAndNext` it counts the minutes of the last hour, so it has to be asked again each minute.
 * @param turn from `nextTurn`
 * @param now ms since the epoch
 */
export function describeBadge(
  decision: Status,
  turn: Change,
  timeZone: string,
  now: number,
  asked: string,
): string {
  const locale = knownLocale(asked);
  const status = describeStatus(decision, asked);
  const next =
    describeSoon(decision, turn, now, asked) ?? describeNextChange(decision, turn, timeZone, now, asked);
  return next === "" ? status : interpolate(locale, messagesFor(locale).status.next, { status, next });
}

function describeSoon(decision: Status, turn: Change, now: number, asked: string): string | null {
  if (turn.at === null || turn.at <= now || turn.at - now >= SOON_MS) return null;
  if (turn.to.isOpen === decision.isOpen) return null;
  const locale = knownLocale(asked);
  const minutes = Math.ceil((turn.at - now) / MINUTE_MS);
  // Some languages end the abbreviation with a full stop, which reads as the end of a sentence here.
  const when = new Intl.RelativeTimeFormat(locale, { style: "short" })
    .format(minutes, "minute")
    .replace(/\.$/, "");
  const { status } = messagesFor(locale);
  return interpolate(locale, turn.to.isOpen ? status.opens : status.closes, { when });
}

/** ms until the text of a badge may change; null: only with its status. */
export function badgeHolds(turn: Change, now: number): number | null {
  if (turn.at === null || turn.at <= now) return null;
  const left = turn.at - now;
  return left < SOON_MS ? left % MINUTE_MS || MINUTE_MS : left - SOON_MS + 1;
}
