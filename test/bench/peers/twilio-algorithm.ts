/**
 * The peer: the algorithm of Twilio's schedule manager, rewritten without its logging. For each rule on each call it
 * compares the bounds with today, parses the RRULE with `rrule`, with today as its start and one occurrence, and
 * compares hours and minutes with luxon.
 */
import { DateTime } from "luxon";
import { RRule } from "rrule";
import type { Configuration, Rule, Status } from "@schedule-manager/shared/model/model";

function appliesToday(rule: Rule, today: Date): boolean {
  const day = today.getTime();
  if (rule.startDate && day < Date.parse(rule.startDate)) return false;
  if (rule.endDate && day > Date.parse(rule.endDate)) return false;
  if (!rule.dateRRule) return true;
  const recurrence = new RRule({ ...RRule.parseString(rule.dateRRule), dtstart: today, count: 1 });
  return recurrence.all().some((date) => date.getTime() === day);
}

function appliesNow(rule: Rule, now: DateTime): boolean {
  if (rule.startTime) {
    const start = DateTime.fromISO(rule.startTime);
    if (now.hour < start.hour || (now.hour === start.hour && now.minute < start.minute)) return false;
  }
  if (rule.endTime) {
    const end = DateTime.fromISO(rule.endTime);
    if (now.hour > end.hour || (now.hour === end.hour && now.minute >= end.minute)) return false;
  }
  return true;
}

/** @param t ms since the epoch */
export function evaluateAsTwilio({ rules, schedules }: Configuration, name: string, t: number): Status {
  const schedule = schedules.find((item) => item.name === name);
  if (schedule === undefined) throw new Error(`no schedule ${name}`);
  if (schedule.manualClose) return { isOpen: false, closedReason: "manual" };
  const now = DateTime.fromMillis(t, { zone: "utc" }).setZone(schedule.timeZone);
  const today = new Date(Date.UTC(now.year, now.month - 1, now.day));
  const matching = schedule.rules
    .map((id) => rules.find((rule) => rule.id === id))
    .filter((rule) => rule !== undefined && appliesToday(rule, today) && appliesNow(rule, now));
  const closed = matching.find((rule) => rule?.isOpen === false);
  if (closed) return { isOpen: false, closedReason: closed.closedReason ?? "" };
  return matching.length > 0 ? { isOpen: true, closedReason: "" } : { isOpen: false, closedReason: "closed" };
}
