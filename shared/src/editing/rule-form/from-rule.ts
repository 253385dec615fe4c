import type { Rule } from "../../model/model";
import { BLANK, type RuleForm } from "./form";
import { type ReadRRule, readRRule } from "./read-rrule";
import { readRelative } from "./relative-fields";

const text = (value: string | undefined): string => value ?? "";

/** Form fields for the repetition; `endOf` reads its end. */
function repeatOf(rule: Rule, read: ReadRRule | null): Partial<RuleForm> {
  if (rule.relativeTo) return readRelative(rule.relativeTo);
  if (text(rule.dateRRule) !== "") return read?.fields ?? { repeat: "custom", rrule: text(rule.dateRRule) };
  const { startDate, endDate } = rule;
  if (!startDate && !endDate) return { repeat: rule.dates === undefined ? "daily" : "dates" };
  return { repeat: startDate === endDate ? "once" : "daily" };
}

/** The earlier of the rule's end date and the recurrence's UNTIL. */
function endOf(rule: Rule, read: ReadRRule | null): string {
  const until = text(read?.until ?? undefined);
  const end = text(rule.endDate);
  if (until === "" || end === "") return until || end;
  return until < end ? until : end;
}

function readOf(rule: Rule): ReadRRule | null {
  const read = readRRule(text(rule.dateRRule));
  // The form shows only one end: a day or a count.
  return read?.fields.ends === "after" && text(rule.endDate) !== "" ? null : read;
}

/** Converts a rule to form state. `toRule` restores every part, including parts that the form does not show. */
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
