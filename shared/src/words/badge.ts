import type { Change, Status } from "../model";
import { stringsFor } from "../strings/find";
import { knownLocale } from "../strings/pick";
import { fill } from "./format";
import { bareStatusInWords, nextInWords } from "./status";

const MINUTE_MS = 60_000;
/** An opening or closing that is nearer than this is said in minutes. */
export const SOON_MS = 60 * MINUTE_MS;

/**
 * A status in a few words, for a badge: "Closed · opens in 12 min", "Closed for holiday · opens Mon 08:00". Unlike
 * `statusInWords` it counts the minutes of the last hour, so it has to be asked again each minute.
 * @param turn from `nextTurn`
 * @param now ms since the epoch
 */
export function badgeInWords(
  decision: Status,
  turn: Change,
  timeZone: string,
  now: number,
  asked: string,
): string {
  const strings = stringsFor(knownLocale(asked)).status;
  const status = bareStatusInWords(decision, asked);
  const next = soonInWords(decision, turn, now, asked) ?? nextInWords(decision, turn, timeZone, now, asked);
  return next === "" ? status : fill(strings.next, { status, next });
}

function soonInWords(decision: Status, turn: Change, now: number, asked: string): string | null {
  if (turn.at === null || turn.at <= now || turn.at - now >= SOON_MS) return null;
  if (turn.to.isOpen === decision.isOpen) return null;
  const locale = knownLocale(asked);
  const minutes = Math.ceil((turn.at - now) / MINUTE_MS);
  // Some languages end the abbreviation with a full stop, which reads as the end of a sentence here.
  const when = new Intl.RelativeTimeFormat(locale, { style: "short" })
    .format(minutes, "minute")
    .replace(/\.$/, "");
  const { status } = stringsFor(locale);
  return fill(turn.to.isOpen ? status.opens : status.closes, { when });
}

/** ms until the words of a badge may change; null: only with its status. */
export function badgeHolds(turn: Change, now: number): number | null {
  if (turn.at === null || turn.at <= now) return null;
  const left = turn.at - now;
  return left < SOON_MS ? left % MINUTE_MS || MINUTE_MS : left - SOON_MS + 1;
}
