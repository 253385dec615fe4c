import { compileRule, type RulesById } from "../../evaluator/compile-rule";
import type { Rule } from "../../model/model";
import { parseRRule } from "../../recurrence/parse";
import type { ConfigurationWarning } from "./import-warning";

type Complaint = Pick<ConfigurationWarning, "code" | "params">;

const TIME = /^(\d{1,2}):(\d\d)(?::00(?:\.0+)?)?$/;

/** `8:00`, `08:00:00` and, at the end, `24:00` as we write them; null: no time. */
function timeOfDay(text: string): string | null {
  const found = TIME.exec(text.trim());
  if (found === null) return null;
  const hours = Number(found[1]);
  return hours <= 24 ? `${String(hours % 24).padStart(2, "0")}:${found[2]}` : null;
}

function rewriteTimes(rule: Rule, complaints: Complaint[]): Rule {
  let now = rule;
  for (const field of ["startTime", "endTime"] as const) {
    const was = rule[field];
    const value = was === undefined ? null : timeOfDay(was);
    if (was === undefined || value === null || value === was) continue;
    now = { ...now, [field]: value };
    complaints.push({ code: "time-rewritten", params: { field, was, value } });
  }
  return now;
}

/** The part of a recurrence that counts from its start: Twilio's evaluator takes today for it. */
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

/** What becomes of a rule, and what there is to say about it. */
export function importRule(
  rule: Rule,
  fromTwilio: boolean,
  rulesById: RulesById,
): { readonly rule: Rule; readonly complaints: readonly Complaint[] } {
  const complaints: Complaint[] = [];
  const now = rewriteTimes(rule, complaints);
  const { problem } = compileRule(now, rulesById);
  const part = now.dateRRule === undefined ? null : countedPart(now.dateRRule);
  if (problem?.code === "rrule-start-missing")
    complaints.push({ code: "start-date-needed", params: { part: problem.part ?? part ?? "" } });
  else if (problem !== null) {
    const { code, field, value = "" } = problem;
    complaints.push({ code, params: { field, value } });
  } else if (fromTwilio && part !== null) complaints.push({ code: "recurrence-counts", params: { part } });
  const { startTime = "", endTime = "" } = now;
  if (fromTwilio && problem === null && endTime !== "" && endTime !== "00:00") {
    if (endTime < startTime) complaints.push({ code: "overnight-matches", params: {} });
    if (endTime === startTime) complaints.push({ code: "equal-times", params: { time: endTime } });
  }
  return { rule: now, complaints };
}
