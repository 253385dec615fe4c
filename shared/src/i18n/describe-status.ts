import type { ManualClose } from "../evaluator/manual-close";
import { type Change, REASON_ERROR, type Status } from "../model/model";
import { parseInstant } from "../time/instant";
import { zoneOf } from "../time/zone";
import { CLOCK, formatInstant } from "./format-date";
import { formatMoment } from "./format-moment";
import { interpolate } from "./interpolate";
import { knownLocale } from "./locales";
import { messagesFor } from "./messages-for";
import type { ByReason, Template } from "./messages/messages";

/** The template of a built-in reason, or the generic one that shows the reason as written. */
export function templateFor<T extends Pick<ByReason, "other">>(reason: string, templates: T): Template {
  // `hasOwn` does not narrow the key; every own value is a template.
  return Object.hasOwn(templates, reason) && reason !== "other"
    ? (templates[reason as keyof T] as Template)
    : templates.other;
}

/** "Closed for holiday". */
export function describeStatus({ isOpen, closedReason }: Status, locale: string): string {
  const { status } = messagesFor(locale);
  if (isOpen) return status.open;
  return interpolate(locale, templateFor(closedReason, status.closed), { reason: closedReason });
}

/** An end that cannot be read never comes, as in the evaluator. */
const hasEnd = ({ until }: ManualClose): boolean => until !== undefined && parseInstant(until) !== null;

/**
 * The next opening or closing: "opens Mon 08:00". While closed, only openings count: the end of a holiday at
 * midnight opens nothing. Empty when no change is known.
 * @param turn from `nextOpenChange`
 * @param now ms since the epoch
 * @param close the manual close that decided; null: something else decided
 */
export function describeNextChange(
  decision: Status,
  turn: Change,
  timeZone: string,
  now: number,
  asked: string,
  close: ManualClose | null,
): string {
  const locale = knownLocale(asked);
  const { status } = messagesFor(locale);
  if (zoneOf(timeZone) === null || decision.closedReason === REASON_ERROR) return "";
  if (turn.at === null) {
    if (decision.isOpen) return "";
    return close === null || hasEnd(close) ? status.noOpening : status.untilReopened;
  }
  if (turn.to.isOpen === decision.isOpen) return "";
  const time = formatInstant(locale, timeZone, turn.at, CLOCK);
  const when = formatMoment(turn.at, now, timeZone, locale, status.when, time, "short");
  return interpolate(locale, turn.to.isOpen ? status.opens : status.closes, { when });
}

/**
 * A status and the next opening or closing: "Closed for holiday · opens Mon 08:00".
 * @param turn from `nextOpenChange`; null: the status only
 * @param now ms since the epoch
 * @param close the manual close that decided; null: something else decided
 */
export function describeStatusAndNext(
  decision: Status,
  turn: Change | null,
  timeZone: string,
  now: number,
  locale: string,
  close: ManualClose | null,
): string {
  const status = describeStatus(decision, locale);
  const next = turn === null ? "" : describeNextChange(decision, turn, timeZone, now, locale, close);
  return next === "" ? status : interpolate(locale, messagesFor(locale).status.next, { status, next });
}
