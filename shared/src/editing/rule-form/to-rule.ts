import type { Rule } from "../../model/model";
import type { RuleForm } from "./form";
import { fromRule } from "./from-rule";
import { sameValue } from "../../model/same-value";
import { writeRelative } from "./relative-fields";
import { tidyRRule } from "../../recurrence/tidy";
import { withoutUntil, writeRRule } from "./write-rrule";

/** Fields of a rule to set; undefined removes a field. */
type Fields = { -readonly [Key in keyof Rule]?: Rule[Key] | undefined };

const orNone = (text: string): string | undefined => (text === "" ? undefined : text);
const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const listOf = (dates: readonly string[]): readonly string[] | undefined =>
  dates.length === 0 ? undefined : [...new Set(dates)].sort();

function decides(form: RuleForm, before: RuleForm): Fields {
  const fields: Fields = {};
  if (form.name !== before.name) fields.name = form.name;
  if (form.isOpen !== before.isOpen) fields.isOpen = form.isOpen;
  if (form.isOpen !== before.isOpen || (!form.isOpen && form.closedReason !== before.closedReason))
    fields.closedReason = form.isOpen ? undefined : orNone(form.closedReason.trim());
  if (form.exception !== before.exception) fields.exception = form.exception || undefined;
  return fields;
}

function times(form: RuleForm, before: RuleForm): Fields {
  if (form.allDay) return before.allDay ? {} : { startTime: undefined, endTime: undefined };
  return {
    ...(before.allDay || form.startTime !== before.startTime ? { startTime: form.startTime } : {}),
    ...(before.allDay || form.endTime !== before.endTime ? { endTime: form.endTime } : {}),
  };
}

const endKey = ({ ends, endDate, count }: RuleForm): string =>
  ends === "on" ? endDate : ends === "after" ? `#${count}` : "";

/** Start and end date of the rule, by the form's repetition. */
function bounds(form: RuleForm): { startDate: string | undefined; endDate: string | undefined } {
  const startDate = orNone(form.startDate);
  if (form.repeat === "dates") return { startDate: undefined, endDate: undefined };
  if (form.repeat === "once") return { startDate, endDate: startDate };
  return { startDate, endDate: form.ends === "on" ? orNone(form.endDate) : undefined };
}

/** The new recurrence, with the prefix of the old one. */
function rewritten(form: RuleForm, old: string): string | undefined {
  const text = writeRRule(form);
  if (text === null) return undefined;
  // A blank recurrence would mean every day; a prefix without parts is refused instead.
  if (form.repeat === "custom") return tidyRRule(text) || "RRULE:";
  // A range of days needs no recurrence.
  if (text === "FREQ=DAILY" && old === "") return undefined;
  return /^\s*RRULE:/i.test(old) ? `RRULE:${text}` : text;
}

function days(form: RuleForm, before: RuleForm, rule: Rule): Fields {
  const old = rule.dateRRule ?? "";
  const switchesRelative = (form.repeat === "relative") !== (before.repeat === "relative");
  const sameRecurrence = !switchesRelative && writeRRule(form) === writeRRule(before);
  const sameEnd = endKey(form) === endKey(before);
  const all = !sameRecurrence || form.repeat !== before.repeat;
  const { startDate, endDate } = bounds(form);
  return {
    ...(sameRecurrence ? {} : { dateRRule: rewritten(form, old) }),
    // The form shows one last day: the rule's end date replaces UNTIL.
    ...(sameRecurrence && !sameEnd && form.repeat !== "custom" && old !== ""
      ? { dateRRule: withoutUntil(old) }
      : {}),
    ...(all || form.startDate !== before.startDate ? { startDate } : {}),
    ...(all || !sameEnd || (form.repeat === "once" && form.startDate !== before.startDate)
      ? { endDate }
      : {}),
    ...(sameList(form.dates, before.dates) || form.repeat === "relative"
      ? {}
      : { dates: listOf(form.dates) }),
    ...(sameList(form.exceptDates, before.exceptDates) ? {} : { exceptDates: listOf(form.exceptDates) }),
  };
}

/**
 * Days relative to other rules. The empty `dates` keep readers without support for the field from matching every
 * day.
 */
function relative(form: RuleForm, before: RuleForm): Fields {
  if (form.repeat !== "relative") return before.repeat === "relative" ? { relativeTo: undefined } : {};
  const relativeTo = writeRelative(form);
  if (before.repeat === "relative" && sameValue(relativeTo, writeRelative(before))) return {};
  return { relativeTo, dates: [], dateRRule: undefined };
}

/**
 * Adapts `dates` to the repetition: without a recurrence and bounds, a rule without `dates` applies every day, a
 * rule with `dates`, even an empty list, only on those days.
 */
function settle(form: RuleForm, rule: Rule): Rule {
  if (rule.dateRRule || rule.startDate || rule.endDate || rule.relativeTo) return rule;
  const listed = form.repeat === "dates" || form.repeat === "once";
  if (listed) return rule.dates === undefined ? { ...rule, dates: [] } : rule;
  if (rule.dates === undefined) return rule;
  const { dates, ...rest } = rule;
  return { ...(dates.length === 0 ? rest : rule), dateRRule: "FREQ=DAILY" };
}

function apply(rule: Rule, fields: Fields): Rule {
  const result: Record<string, unknown> = { ...rule };
  let edited = false;
  for (const [key, value] of Object.entries(fields)) {
    if (result[key] === value) continue;
    edited = true;
    if (value === undefined) delete result[key];
    else result[key] = value;
  }
  // `fields` are fields of a rule.
  return edited ? (result as unknown as Rule) : rule;
}

/**
 * Converts form state to a rule. Unchanged fields keep the exact text of `rule`, including parts that the form
 * does not show. Returns `rule` itself when nothing changed.
 * @param rule the rule that the form was created from
 */
export function toRule(form: RuleForm, rule: Rule): Rule {
  const before = fromRule(rule);
  return settle(
    form,
    apply(rule, {
      ...decides(form, before),
      ...times(form, before),
      ...days(form, before, rule),
      ...relative(form, before),
    }),
  );
}
