import type { Change, Status } from "../model";
import { stringsFor } from "../strings/find";
import { knownLocale } from "../strings/pick";
import type { ByReason, Strings, Template } from "../strings/table";
import { zoneOf } from "../zone";
import { CLOCK, fill, formatInstant } from "./format";
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
 * What comes next: "opens Mon 08:00". Empty when nothing is known to come.
 * @param now ms since the epoch
 */
export function nextInWords(
  decision: Status,
  change: Change,
  timeZone: string,
  now: number,
  asked: string,
): string {
  const locale = knownLocale(asked);
  if (change.at === null || zoneOf(timeZone) === null) return "";
  const strings = stringsFor(locale);
  const { status } = strings;
  const time = formatInstant(locale, timeZone, change.at, CLOCK);
  const when = momentInWords(change.at, now, timeZone, locale, status.when, time, "short");
  if (change.to.isOpen) return fill(status.opens, { when });
  return decision.isOpen
    ? fill(status.closes, { when })
    : fill(status.becomes, { when, then: bare(change.to, strings) });
}

/**
 * A status and what comes next: "Closed for holiday · opens Mon 08:00".
 * @param change from `nextChange`; null or `at: null`: only the status is said
 * @param now ms since the epoch
 */
export function statusInWords(
  decision: Status,
  change: Change | null,
  timeZone: string,
  now: number,
  locale: string,
): string {
  const status = bareStatusInWords(decision, locale);
  const next = change === null ? "" : nextInWords(decision, change, timeZone, now, locale);
  return next === "" ? status : fill(stringsFor(locale).status.next, { status, next });
}
