import { compileRule, type RulesById } from "../../evaluator/compile-rule";
import type { Rule } from "../../model/model";
import { parseRRule } from "../../recurrence/parse";
import { readPasted } from "../../recurrence/pasted";
import { tidyRRule } from "../../recurrence/tidy";
import type { ConfigurationWarning } from "./import-warning";

type Warning = Pick<ConfigurationWarning, "code" | "params">;

const TIME = /^(\d{1,2}):(\d\d)(?::00(?:\.0+)?|(?<=23:59):59(?:\.\d+)?)?$/;

/** Normalizes `8:00`, `08:00:00`, `23:59:59` and, as an end, `24:00`; null: not a time. */
function timeOfDay(text: string): string | null {
  const found = TIME.exec(text.trim());
  if (found === null) return null;
  const hours = Number(found[1]);
  return hours <= 24 ? `${String(hours % 24).padStart(2, "0")}:${found[2]}` : null;
}

function rewriteTimes(rule: Rule, warnings: Warning[]): Rule {
  let now = rule;
  for (const field of ["startTime", "endTime"] as const) {
    const was = rule[field];
    const value = was === undefined ? null : timeOfDay(was);
    if (was === undefined || value === null || value === was) continue;
    now = { ...now, [field]: value };
    warnings.push({ code: "time-rewritten", params: { field, was, value } });
  }
  return now;
}

const MAX_QUOTE = 80;

/** A recurrence as we write it; start and days that stand beside it go where a rule says them. */
function rewriteRecurrence(rule: Rule, warnings: Warning[]): Rule {
  const was = rule.dateRRule ?? "";
  const pasted = readPasted(was);
  const value = pasted?.rrule ?? tidyRRule(was);
  if (value === was.trim() || value === "") return rule;
  warnings.push({
    code: "recurrence-rewritten",
    params: { was: was.slice(0, MAX_QUOTE), value: value.slice(0, MAX_QUOTE) },
  });
  const startDate = rule.startDate ?? pasted?.startDate;
  const days = (own: readonly string[] = [], more: readonly string[] = []): readonly string[] | undefined =>
    own.length + more.length === 0 ? undefined : [...new Set([...own, ...more])].sort();
  const dates = days(rule.dates, pasted?.dates);
  const exceptDates = days(rule.exceptDates, pasted?.exceptDates);
  return {
    ...rule,
    dateRRule: value,
    ...(startDate === undefined || startDate === null ? {} : { startDate }),
    ...(dates === undefined ? {} : { dates }),
    ...(exceptDates === undefined ? {} : { exceptDates }),
  };
}

/** The part of a recurrence that counts from its start, which Twilio's evaluator takes to be today. */
function countedPart(dateRRule: string): string | null {
  const parsed = parseRRule(dateRRule);
  if (!parsed.ok) return null;
  const { parts } = parsed;
  if (parts.interval > 1) return "INTERVAL";
  if (parts.count !== null) return "COUNT";
  const named = parts.weekdays !== 0 || parts.nthWeekdays.length + parts.monthDays.length > 0;
  if (parts.freq === "DAILY" || named || parts.yearDays.length > 0) return null;
  return parts.weekNumbers.length > 0 ? "BYWEEKNO" : "FREQ";
}

/** Imports a rule, with warnings about changes and doubts. */
export function importRule(
  rule: Rule,
  fromTwilio: boolean,
  rulesById: RulesById,
): { readonly rule: Rule; readonly warnings: readonly Warning[] } {
  const warnings: Warning[] = [];
  const now = rewriteRecurrence(rewriteTimes(rule, warnings), warnings);
  const { problem } = compileRule(now, rulesById);
  const part = now.dateRRule === undefined ? null : countedPart(now.dateRRule);
  if (problem?.code === "rrule-start-missing")
    warnings.push({ code: "start-date-needed", params: { part: problem.part ?? part ?? "" } });
  else if (problem !== null) {
    const { code, field, part: named, value = "" } = problem;
    warnings.push({ code, params: { field, ...(named === undefined ? {} : { part: named }), value } });
  } else if (fromTwilio && part !== null) warnings.push({ code: "recurrence-counts", params: { part } });
  const { startTime = "", endTime = "" } = now;
  if (fromTwilio && problem === null && endTime === "23:59") warnings.push({ code: "ends-2359", params: {} });
  if (fromTwilio && problem === null && endTime !== "" && endTime !== "00:00") {
    if (endTime < startTime) warnings.push({ code: "overnight-matches", params: {} });
    if (endTime === startTime) warnings.push({ code: "equal-times", params: { time: endTime } });
  }
  return { rule: now, warnings };
}
