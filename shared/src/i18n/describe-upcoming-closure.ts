import type { UpcomingClosure } from "../evaluator/upcoming-closures";
import { DAY_MS, MINUTE_MS } from "../time/civil";
import { templateFor } from "./describe-status";
import { formatList } from "./format-list";
import { dateWords, formatMoment } from "./format-moment";
import { formatSpokenTime } from "./format-spoken-time";
import { interpolate } from "./interpolate";
import { speechLocale } from "./locales";
import { messagesFor } from "./messages-for";

/**
 * A sentence for a voice prompt: "We are closed on Monday for the holiday.", "We are open on Thursday from 9 AM
 * to 12 PM."
 * @param today civil day number
 */
export function describeUpcomingClosure(closure: UpcomingClosure, today: number, asked: string): string {
  const locale = speechLocale(asked);
  const messages = messagesFor(locale);
  const { upcoming } = messages.spoken;
  const { from, to, opens, closedReason: reason } = closure;
  const words = (day: number) => dateWords(day * DAY_MS, day - today, "UTC", locale, "long");
  const first = words(from);
  const last = words(to ?? from);
  const when =
    to === null
      ? interpolate(locale, upcoming.onward, first)
      : to === from
        ? formatMoment(from * DAY_MS, today * DAY_MS, "UTC", locale, upcoming.day, "", "long")
        : interpolate(locale, upcoming.days, {
            fromDate: first.date,
            fromWeekday: first.weekday,
            fromDay: first.day,
            toDate: last.date,
            toWeekday: last.weekday,
            toDay: last.day,
          });
  const time = (minute: number) =>
    formatSpokenTime(from * DAY_MS + minute * MINUTE_MS, "UTC", locale, messages);
  const hours = opens.map((opening) =>
    interpolate(locale, upcoming.hours, { from: time(opening.from), to: time(opening.to) }),
  );
  const sentence =
    hours.length === 0
      ? interpolate(locale, templateFor(reason, upcoming.closed), { when, reason })
      : interpolate(locale, upcoming.open, { when, times: formatList(locale, hours) });
  // Avoids a second full stop after an abbreviation, and a comma before other punctuation.
  return sentence.replace(/\.\.$/, ".").replace(/,([.:,])/g, "$1");
}
