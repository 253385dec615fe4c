import type { Rule, Schedule, StoredRule } from "../../model/model";
import { REASON_CLOSED } from "../../model/model";
import { sameValue } from "../../model/same-value";
import { DAY_MINUTES, formatDate } from "../../time/civil";
import { specialDayRules } from "../special-days/special-day-rules";
import type { TimeRange } from "../weekly-hours/hours";
import { timeOf } from "../weekly-hours/weekly-rule";
import { closingOf, type TodayHours, todayHours } from "./today-hours";

interface Given {
  readonly schedule: Schedule;
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** All schedules, to keep the rules that others use. */
  readonly schedules: readonly Schedule[];
  /** ms since the epoch */
  readonly now: number;
  readonly today: TodayHours;
  /** The new end of today's hours, minute of the day; above 1440 tomorrow. */
  readonly closing: number;
  /** The name of an opening's rule; null: of a closure. */
  readonly nameOf: (range: TimeRange | null) => string;
  readonly newId: (name: string) => string;
}

export interface MovedClosing {
  readonly created: readonly Rule[];
  /** Special hours of this day alone that the new ones replace. */
  readonly deleted: readonly Rule[];
  readonly schedule: Schedule;
}

/** Today's openings with another end. */
export function openingsUntil({ openings, minute }: TodayHours, closing: number): readonly TimeRange[] {
  const last = openings[openings.length - 1];
  // Hours that have ended open again from now.
  if (last === undefined || last.end < minute) return [...openings, { start: minute, end: closing }];
  if (closing > last.end) return [...openings.slice(0, -1), { start: last.start, end: closing }];
  return openings
    .filter(({ start }) => start < closing)
    .map(({ start, end }) => ({ start, end: Math.min(end, closing) }));
}

/** Whether a rule is special hours of one day alone. */
const isOnlyFor =
  (date: string) =>
  ({ isOpen, exception, startDate, endDate, dateRRule, dates, relativeTo }: Rule): boolean =>
    isOpen &&
    exception === "day" &&
    startDate === date &&
    endDate === date &&
    !dateRRule &&
    !dates &&
    !relativeTo;

function replacedRules({ schedule, rulesById, schedules, today }: Given): readonly Rule[] {
  const others = schedules.filter(({ id }) => id !== schedule.id).flatMap(({ rules }) => rules);
  const referred = [...rulesById.values()].flatMap(({ relativeTo }) => [
    ...(relativeTo?.rules ?? []),
    ...(relativeTo?.workingDays?.except ?? []),
  ]);
  const used = new Set([...others, ...referred]);
  const isReplaced = isOnlyFor(formatDate(today.day));
  return [...new Set(schedule.rules)]
    .flatMap((id) => rulesById.get(id) ?? [])
    .filter((rule) => isReplaced(rule) && !used.has(rule.id));
}

/** Closes what special hours leave open: a night that began yesterday, and the hours of other exceptions. */
function closure(today: TodayHours, closing: number, name: string): StoredRule {
  const date = formatDate(today.day + Math.floor(closing / DAY_MINUTES));
  const end = timeOf((closingOf(today) ?? closing) % DAY_MINUTES);
  return {
    name,
    isOpen: false,
    closedReason: REASON_CLOSED,
    exception: true,
    startDate: date,
    endDate: date,
    startTime: timeOf(closing % DAY_MINUTES),
    endTime: end,
  };
}

const stillToCome = (openings: readonly TimeRange[], minute: number): readonly TimeRange[] =>
  openings
    .filter(({ end }) => end > minute)
    .map(({ start, end }) => ({ start: Math.max(start, minute), end }));

/** Moves the end of a schedule's hours today, by special hours for the whole day that come first in its order. */
export function moveClosing(given: Given): MovedClosing {
  const { schedule, rulesById, now, today, closing, nameOf, newId } = given;
  const deleted = replacedRules(given);
  const wanted = openingsUntil(today, closing);
  const kept = schedule.rules.filter((id) => !deleted.some((rule) => rule.id === id));
  const withRules = (values: readonly StoredRule[]): MovedClosing => {
    const created = values.map((value) => ({ id: newId(value.name), ...value }));
    return { created, deleted, schedule: { ...schedule, rules: [...created.map(({ id }) => id), ...kept] } };
  };
  const special = specialDayRules(
    { spans: [{ from: today.day, to: today.day }], ranges: wanted, closedReason: REASON_CLOSED },
    nameOf,
  );
  const moved = withRules(special);
  if (closing >= (closingOf(today) ?? 0)) return moved;
  const rules = new Map([...rulesById, ...moved.created.map((rule) => [rule.id, rule] as const)]);
  const becomes = todayHours(moved.schedule, rules, now)?.openings ?? [];
  const { minute } = today;
  return sameValue(stillToCome(becomes, minute), stillToCome(wanted, minute))
    ? moved
    : withRules([closure(today, closing, nameOf(null)), ...special]);
}
