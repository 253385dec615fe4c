import type { UpcomingClosureAnswer } from "@schedule-manager/shared/api/api";
import { upcomingClosures } from "@schedule-manager/shared/evaluator/upcoming-closures";
import { describeUpcomingClosure } from "@schedule-manager/shared/i18n/describe-upcoming-closure";
import { DAY_MINUTES, DAY_MS, formatDate } from "@schedule-manager/shared/time/civil";
import type { Found } from "../catalogue/catalogue";

/** The number of closures in an answer. */
const LIMIT = 3;

interface Upcoming {
  readonly answer: UpcomingClosureAnswer;
  /** 0: it begins today or has begun. */
  readonly daysAhead: number;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** `HH:mm` of a minute of this day or the next. */
const clock = (minute: number): string =>
  `${two(Math.floor(minute / 60) % 24)}:${two((minute % DAY_MINUTES) % 60)}`;

/** @param t ms since the epoch */
export function upcomingFrom(
  { schedule, rulesById, compiled }: Found,
  t: number,
  locale: string,
): Upcoming[] {
  const today = Math.floor((t + (compiled.zone?.span(t).offset ?? 0)) / DAY_MS);
  return upcomingClosures(schedule, rulesById, t, LIMIT).map((closure) => ({
    answer: {
      from: formatDate(closure.from),
      to: closure.to === null ? null : formatDate(closure.to),
      opens: closure.opens.map(({ from, to }) => ({ from: clock(from), to: clock(to) })),
      closedReason: closure.closedReason,
      rules: closure.ruleIds.flatMap((id) => {
        const rule = rulesById.get(id);
        return rule === undefined ? [] : { id, name: rule.name };
      }),
      sentence: describeUpcomingClosure(closure, today, locale),
    },
    daysAhead: Math.max(0, closure.from - today),
  }));
}

/** The sentences of closures that begin within a number of days after today. The status covers today. */
export const announced = (upcoming: readonly Upcoming[], days: number): readonly string[] =>
  upcoming.filter(({ daysAhead }) => daysAhead > 0 && daysAhead <= days).map(({ answer }) => answer.sentence);
