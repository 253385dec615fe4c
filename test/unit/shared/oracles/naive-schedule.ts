/**
 * A schedule's meaning read aloud: the wall clock is asked of luxon, the recurrence day by day, and each rule minute by
 * minute, without anything that the real thing computes ahead.
 */
import type { Decision, Rule, Schedule } from "@schedule-manager/shared/model";
import { compileRecurrence } from "@schedule-manager/shared/recurrence/recurrence";
import { DateTime } from "luxon";
import { isNamed } from "./naive";

const DAY_MS = 86_400_000;

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function occurs(rule: Rule, day: number): boolean {
  const { dates, exceptDates = [], startDate, endDate, dateRRule } = rule;
  if (exceptDates.some((date) => dayNumber(date) === day)) return false;
  if (dates?.some((date) => dayNumber(date) === day)) return true;
  if (startDate !== undefined && day < dayNumber(startDate)) return false;
  if (endDate !== undefined && day > dayNumber(endDate)) return false;
  if (dateRRule === undefined) return startDate !== undefined || endDate !== undefined || dates === undefined;
  const start = startDate === undefined ? null : dayNumber(startDate);
  // Only to read the parts, and what they take from the start.
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

function matches(rule: Rule, day: number, minute: number): boolean {
  const start = rule.startTime === undefined ? 0 : minuteOf(rule.startTime);
  const end = rule.endTime === undefined || rule.endTime === "00:00" ? 1440 : minuteOf(rule.endTime);
  if (start < end) return minute >= start && minute < end && occurs(rule, day);
  return (minute >= start && occurs(rule, day)) || (minute < end && occurs(rule, day - 1));
}

/** @param t ms since the epoch */
export function decideNaively(schedule: Schedule, rules: ReadonlyMap<string, Rule>, t: number): Decision {
  const { manualClose, manualCloseUntil } = schedule;
  if (manualClose && (manualCloseUntil === undefined || t < Date.parse(manualCloseUntil)))
    return { isOpen: false, closedReason: "manual", ruleId: null };
  const local = DateTime.fromMillis(t, { zone: schedule.timeZone });
  const day = Date.UTC(local.year, local.month - 1, local.day) / DAY_MS;
  const matching = schedule.rules
    .flatMap((id) => rules.get(id) ?? [])
    .filter((rule) => matches(rule, day, local.hour * 60 + local.minute));
  const decider =
    matching.find(({ exception }) => exception === true) ??
    matching.find(({ isOpen }) => !isOpen) ??
    matching[0];
  if (decider === undefined) return { isOpen: false, closedReason: "closed", ruleId: null };
  const { isOpen, closedReason, id } = decider;
  return { isOpen, closedReason: isOpen ? "" : closedReason || "closed", ruleId: id };
}
