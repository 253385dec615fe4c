import { WEEKDAYS } from "../../model/model";
import type { RuleForm } from "./form";

/** Normalizes a typed number for RFC 5545; invalid input becomes 0, which the parser refuses. */
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

/** The recurrence of the form's fields, without its end date; null: none (`once`, `dates`, `relative`). */
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

/** Removes UNTIL from a recurrence and keeps the rest as written. */
export const withoutUntil = (rrule: string): string => {
  const prefix = /^\s*RRULE:/i.exec(rrule)?.[0] ?? "";
  const parts = rrule.slice(prefix.length).split(";");
  return prefix + parts.filter((part) => !/^\s*UNTIL=/i.test(part)).join(";");
};
