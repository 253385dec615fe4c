import { WEEKDAYS } from "../../model/model";
import type { RuleForm } from "./form";

/** What was typed as a number, as RFC 5545 writes it; what is none becomes 0, which is refused. */
const digits = (text: string): string => (/^\d{1,9}$/.test(text) ? String(Number(text)) : "0");

const monthDay = ({ monthDay, day, nth, weekday }: RuleForm): string[] => {
  if (monthDay === "start") return [];
  return [monthDay === "day" ? `BYMONTHDAY=${day}` : `BYDAY=${nth}${WEEKDAYS[weekday] ?? "MO"}`];
};

function days(form: RuleForm): string[] {
  switch (form.repeat) {
    case "weekly": {
      const names = WEEKDAYS.filter((_, index) => form.weekdays & (1 << index));
      return names.length === 0 ? [] : [`BYDAY=${names.join(",")}`];
    }
    case "monthly":
      return monthDay(form);
    case "yearly":
      return form.monthDay === "start" ? [] : [`BYMONTH=${form.month}`, ...monthDay(form)];
    default:
      return [];
  }
}

/** The recurrence that the form's fields say, without the day it ends on; null: none (`once`, `dates`, `relative`). */
export function writeRRule(form: RuleForm): string | null {
  if (form.repeat === "custom") return form.rrule;
  if (form.repeat === "once" || form.repeat === "dates" || form.repeat === "relative") return null;
  const interval = digits(form.interval);
  return [
    `FREQ=${form.repeat.toUpperCase()}`,
    ...(interval === "1" ? [] : [`INTERVAL=${interval}`]),
    ...days(form),
    ...(form.weekStart === null ? [] : [`WKST=${form.weekStart}`]),
    ...(form.ends === "after" ? [`COUNT=${digits(form.count)}`] : []),
  ].join(";");
}

/** A recurrence without the day it ends on; everything else stays as it is written. */
export const withoutUntil = (rrule: string): string => {
  const prefix = /^\s*RRULE:/i.exec(rrule)?.[0] ?? "";
  const parts = rrule.slice(prefix.length).split(";");
  return prefix + parts.filter((part) => !/^\s*UNTIL=/i.test(part)).join(";");
};
