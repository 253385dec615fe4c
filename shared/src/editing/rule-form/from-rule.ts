import type { Rule } from "../../model/model";
import { BLANK, type RuleForm } from "./form";
import { type ReadRRule, readRRule } from "./read-rrule";
import { readRelative } from "./relative-fields";

const text = (value: string | undefined): string => value ?? "";

/** How a rule repeats; the bounds are read by `bounds`. */
function repeatOf(rule: Rule, read: ReadRRule | null): Partial<RuleForm> {
  if (rule.relativeTo) return readRelative(rule.relativeTo);
  if (text(rule.dateRRule) !== "") return read?.fields ?? { repeat: "custom", rrule: text(rule.dateRRule) };
  const { startDate, endDate } = rule;
  if (!startDate && !endDate) return { repeat: rule.dates === undefined ? "daily" : "dates" };
  return { repeat: startDate === endDate ? "once" : "daily" };
}

/** The day that a rule ends on, whether the recurrence says it, the rule, or both. */
function endOf(rule: Rule, read: ReadRRule | null): string {
  const until = text(read?.until ?? undefined);
  const end = text(rule.endDate);
  if (until === "" || end === "") return until || end;
  return until < end ? until : end;
}

function readOf(rule: Rule): ReadRRule | null {
  const read = readRRule(text(rule.dateRRule));
  // The form has one end: a day or a number of times.
  return read?.fields.ends === "after" && text(rule.endDate) !== "" ? null : read;
}

/** A rule as the form shows it. `toRule` brings every part of it back, also those that the form does not show. */
export function fromRule(rule: Rule): RuleForm {
  const read = readOf(rule);
  const repeat = repeatOf(rule, read);
  const endDate = repeat.repeat === "once" ? "" : endOf(rule, read);
  const allDay = !rule.startTime && !rule.endTime;
  return {
    ...BLANK,
    name: rule.name,
    isOpen: rule.isOpen,
    closedReason: text(rule.closedReason),
    exception: rule.exception ?? false,
    allDay,
    startTime: allDay ? BLANK.startTime : rule.startTime || "00:00",
    endTime: allDay ? BLANK.endTime : rule.endTime || "00:00",
    ends: endDate === "" ? "never" : "on",
    ...repeat,
    startDate: text(rule.startDate),
    endDate,
    dates: rule.dates ?? [],
    exceptDates: rule.exceptDates ?? [],
  };
}
