import { mod, monthOf, monthStart, weekday } from "../time/civil";
import type { RuleProblem } from "../model/problem";
import { parseRRule } from "./parse";
import type { Parts } from "./parts";
import { type Pattern, patternOf } from "./pattern";

export interface Recurrence {
  readonly parts: Parts;
  readonly pattern: Pattern;
}

export type CompiledRecurrence =
  | { readonly ok: true; readonly recurrence: Recurrence }
  | { readonly ok: false; readonly problem: RuleProblem };

/** The part that takes its days from the start date because no part names days, or null. */
function withoutDays(parts: Parts): string | null {
  const named = [parts.nthWeekdays, parts.monthDays, parts.yearDays].some((list) => list.length > 0);
  if (parts.freq === "DAILY" || parts.weekdays !== 0 || named) return null;
  return parts.weekNumbers.length > 0 ? "BYWEEKNO" : "FREQ";
}

/** The part that requires a start date, or null. */
function needsStart(parts: Parts): string | null {
  if (parts.interval > 1) return "INTERVAL";
  return parts.count === null ? withoutDays(parts) : "COUNT";
}

/**
 * RFC 5545 3.3.10: DTSTART supplies information that the rule omits. BYWEEKNO alone means DTSTART's weekday in
 * that week. With BYMONTHDAY or BYYEARDAY the days are given and no weekday is implied: BYDAY would only limit
 * them (note 2 of the RFC's table). python-dateutil, rrule and lib-recur agree.
 */
function withDefaults(parts: Parts, start: number): Parts {
  if (withoutDays(parts) === null) return parts;
  if (parts.freq === "WEEKLY" || parts.weekNumbers.length > 0)
    return { ...parts, weekdays: 1 << weekday(start) };
  const month = monthOf(start);
  const monthDays = [start - monthStart(month) + 1];
  if (parts.freq === "MONTHLY") return { ...parts, monthDays };
  return { ...parts, monthDays, months: parts.months || 1 << mod(month, 12) };
}

/**
 * Compiles an RRULE to a pattern. Refuses invalid syntax, a rule that needs a missing start date, and a rule
 * that never occurs. Never throws, and never searches beyond the calendar's cycle of 400 years.
 * @param start civil day number of DTSTART, or null
 */
export function compileRecurrence(text: string, start: number | null): CompiledRecurrence {
  const parsed = parseRRule(text);
  if (!parsed.ok) return parsed;
  const needs = needsStart(parsed.parts);
  if (start === null && needs !== null)
    return { ok: false, problem: { code: "rrule-start-missing", field: "startDate", part: needs } };
  const parts = withDefaults(parsed.parts, start ?? 0);
  const pattern = patternOf(parts, start ?? 0);
  if (!pattern.possible()) return { ok: false, problem: { code: "rrule-never", field: "dateRRule" } };
  return { ok: true, recurrence: { parts, pattern } };
}
