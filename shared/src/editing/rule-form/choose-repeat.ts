import { mod, monthOf, monthStart, parseDate, weekday } from "../../time/civil";
import type { Rule } from "../../model/model";
import type { Repeat, RuleForm } from "./form";
import { toRule } from "./to-rule";
import { writeRRule } from "./write-rrule";

/** Changes how the form repeats, and fills the newly shown fields from the start date. */
export function chooseRepeat(form: RuleForm, repeat: Repeat, rule: Rule): RuleForm {
  if (repeat === form.repeat) return form;
  if (repeat === "custom") {
    const rrule = toRule(form, rule).dateRRule || (writeRRule(form) ?? "FREQ=DAILY");
    // Custom recurrences contain COUNT in their text.
    return { ...form, repeat, rrule, ends: form.ends === "after" ? "never" : form.ends };
  }
  // Relative days have no COUNT.
  if (repeat === "relative") return { ...form, repeat, ends: form.ends === "after" ? "never" : form.ends };
  const next = { ...form, repeat };
  const day = parseDate(form.startDate);
  if (day === null) return form.monthDay === "start" ? { ...next, monthDay: "day" } : next;
  if (repeat === "weekly") return { ...next, weekdays: 1 << weekday(day) };
  if (form.repeat === "monthly" || form.repeat === "yearly") return next;
  const month = monthOf(day);
  const date = day - monthStart(month) + 1;
  return {
    ...next,
    monthDay: form.monthDay === "start" ? "day" : form.monthDay,
    day: date,
    month: mod(month, 12) + 1,
    weekday: weekday(day),
    nth: Math.floor((date - 1) / 7) + 1,
  };
}
