import { type Change, REASON_ERROR, REASON_MANUAL, type Status } from "../model";
import { stringsFor } from "../strings/find";
import { knownLocale } from "../strings/pick";
import type { ByReason, Strings, Template } from "../strings/table";
import { zoneOf } from "../zone";
import { CLOCK, DATE, fill, formatInstant } from "./format";
import { momentInWords } from "./moment";

/** The words of a reason: those of our own reasons, or the template that shows any other as it is. */
export function templateFor(reason: string, templates: ByReason): Template {
  return Object.hasOwn(templates, reason) && reason !== "other"
    ? templates[reason as keyof ByReason]
    : templates.other;
}

const bare = ({ isOpen, closedReason }: Status, { status }: Strings): string =>
  isOpen ? status.open : fill(templateFor(closedReason, status.closed), { reason: closedReason });

/** "Closed for holiday". */
export const bareStatusInWords = (status: Status, locale: string): string => bare(status, stringsFor(locale));

/**
 * When it opens or closes next: "opens Mon 08:00". While closed only openings count: a holiday that ends at midnight
 * opens nothing. Empty where nothing is known to come.
 * @param turn from `nextTurn`
 * @param now ms since the epoch
 */
export function nextInWords(
  decision: Status,
  turn: Change,
  timeZone: string,
  now: number,
  asked: string,
): string {
  const locale = knownLocale(asked);
  const { status } = stringsFor(locale);
  if (zoneOf(timeZone) === null || decision.closedReason === REASON_ERROR) return "";
  if (turn.at === null) {
    if (decision.isOpen) return "";
    if (decision.closedReason === REASON_MANUAL) return status.untilReopened;
    const date = formatInstant(locale, timeZone, turn.searchedTo, DATE);
    return fill(status.notBefore, { date });
  }
  if (turn.to.isOpen === decision.isOpen) return "";
  const time = formatInstant(locale, timeZone, turn.at, CLOCK);
  const when = momentInWords(turn.at, now, timeZone, locale, status.when, time, "short");
  return fill(turn.to.isOpen ? status.opens : status.closes, { when });
}

/**
 * A status and when it opens or closes next: "Closed for holiday · opens Mon 08:00".
 * @param turn from `nextTurn`; null: only the status is said
 * @param now ms since the epoch
 */
export function statusInWords(
  decision: Status,
  turn: Change | null,
  timeZone: string,
  now: number,
  locale: string,
): string {
  const status = bareStatusInWords(decision, locale);
  const next = turn === null ? "" : nextInWords(decision, turn, timeZone, now, locale);
  return next === "" ? status : fill(stringsFor(locale).status.next, { status, next });
}
