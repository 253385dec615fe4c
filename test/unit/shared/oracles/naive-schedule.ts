/**
 * A naive evaluation of a schedule: luxon's wall clock, the recurrence day by day, each rule minute by minute,
 * and nothing precomputed.
 */
import {
  type Decision,
  type RelativeTo,
  type Rule,
  type Schedule,
  WEEKDAYS,
} from "@schedule-manager/shared/model/model";
import { compileRecurrence } from "@schedule-manager/shared/recurrence/recurrence";
import { DateTime } from "luxon";
import { isNamed } from "./naive";

const DAY_MS = 86_400_000;

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

type Rules = ReadonlyMap<string, Rule>;

/** Whether a rule refers back to itself, to a missing rule, or to a chain longer than allowed. */
function isBroken(rule: Rule, rules: Rules, above: readonly Rule[] = []): boolean {
  const { relativeTo } = rule;
  if (relativeTo === undefined) return false;
  if (above.includes(rule) || above.length === 8) return true;
  return [...relativeTo.rules, ...(relativeTo.workingDays?.except ?? [])].some((id) => {
    const other = rules.get(id);
    return other === undefined || isBroken(other, rules, [...above, rule]);
  });
}

/** Computes the result of every source day near a day. */
function isRelative(relativeTo: RelativeTo, day: number, rules: Rules): boolean {
  const { days, onlyOn = WEEKDAYS, workingDays } = relativeTo;
  const occursOne = (ids: readonly string[], on: number): boolean =>
    ids.some((id) => {
      const rule = rules.get(id);
      return rule !== undefined && occurs(rule, on, rules);
    });
  const isOn = (weekdays: readonly string[], on: number): boolean =>
    weekdays.includes(WEEKDAYS[(((on + 3) % 7) + 7) % 7] ?? "");
  const step = days > 0 ? 1 : -1;
  const resultOf = (source: number): number => {
    if (workingDays === undefined) return source + days;
    let at = source;
    for (let left = Math.abs(days); left > 0; left -= 1) {
      let gap = 0;
      do {
        at += step;
        gap += 1;
        if (gap > 31) return NaN;
      } while (
        !isOn(workingDays.weekdays, at) ||
        occursOne(relativeTo.rules, at) ||
        occursOne(workingDays.except, at)
      );
    }
    return at;
  };
  if (occursOne(relativeTo.rules, day)) return false;
  const reach = workingDays === undefined ? 31 : 31 * Math.abs(days);
  for (let away = 1; away <= reach; away += 1) {
    const source = day - step * away;
    if (isOn(onlyOn, source) && occursOne(relativeTo.rules, source) && resultOf(source) === day) return true;
  }
  return false;
}

function occurs(rule: Rule, day: number, rules: Rules): boolean {
  const { dates, exceptDates = [], startDate, endDate, dateRRule } = rule;
  if (exceptDates.some((date) => dayNumber(date) === day)) return false;
  if (dates?.some((date) => dayNumber(date) === day)) return true;
  if (startDate !== undefined && day < dayNumber(startDate)) return false;
  if (endDate !== undefined && day > dayNumber(endDate)) return false;
  if (rule.relativeTo !== undefined) return !isBroken(rule, rules) && isRelative(rule.relativeTo, day, rules);
  if (dateRRule === undefined) return startDate !== undefined || endDate !== undefined || dates === undefined;
  const start = startDate === undefined ? null : dayNumber(startDate);
  // Only for the parts, including those from the start date.
  const compiled = compileRecurrence(dateRRule, start);
  if (!compiled.ok) throw new Error(compiled.problem.code);
  const { parts } = compiled.recurrence;
  if (parts.until !== null && day > parts.until) return false;
  if (!isNamed(parts, start ?? 0, day)) return false;
  if (parts.count === null || start === null) return true;
  let before = 0;
  for (let each = start; each < day && before < parts.count; each += 1)
    if (isNamed(parts, start, each)) before += 1;
  return before < parts.count;
}

const isException = ({ exception = false }: Rule): boolean => exception !== false;

/**
 * @param rules all rules; `inSchedule` those of the schedule
 */
function matches(
  rule: Rule,
  day: number,
  minute: number,
  rules: Rules,
  inSchedule: readonly Rule[],
): boolean {
  const begins = (on: number): boolean =>
    occurs(rule, on, rules) &&
    (isException(rule) || !inSchedule.some((other) => other.exception === "day" && occurs(other, on, rules)));
  const start = rule.startTime === undefined ? 0 : minuteOf(rule.startTime);
  const end = rule.endTime === undefined || rule.endTime === "00:00" ? 1440 : minuteOf(rule.endTime);
  if (start < end) return minute >= start && minute < end && begins(day);
  return (minute >= start && begins(day)) || (minute < end && begins(day - 1));
}

/** @param t ms since the epoch */
export function decideNaively(schedule: Schedule, rules: ReadonlyMap<string, Rule>, t: number): Decision {
  const { manualClose, manualCloseUntil } = schedule;
  if (manualClose && (manualCloseUntil === undefined || t < Date.parse(manualCloseUntil)))
    return { isOpen: false, closedReason: "manual", ruleId: null };
  const local = DateTime.fromMillis(t, { zone: schedule.timeZone });
  const day = Date.UTC(local.year, local.month - 1, local.day) / DAY_MS;
  const inSchedule = schedule.rules.flatMap((id) => rules.get(id) ?? []);
  const matching = inSchedule.filter((rule) =>
    matches(rule, day, local.hour * 60 + local.minute, rules, inSchedule),
  );
  const decider = matching.find(isException) ?? matching.find(({ isOpen }) => !isOpen) ?? matching[0];
  if (decider === undefined) return { isOpen: false, closedReason: "closed", ruleId: null };
  const { isOpen, closedReason, id } = decider;
  return { isOpen, closedReason: isOpen ? "" : closedReason || "closed", ruleId: id };
}
