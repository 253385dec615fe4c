import { DAY_MINUTES, DAY_MS, formatDate } from "../time/civil";
import { compileSchedule } from "../evaluator/compile";
import { type CompiledRule, compileRules } from "../evaluator/compile-rule";
import type { Finding } from "../model/finding";
import { REASON_HOLIDAY, type Rule, type Schedule } from "../model/model";
import { nextOpen, nextOpenChange, SEARCH_DAYS } from "../evaluator/next-change";
import { noEffectFindings } from "./no-effect";
import { overlapFindings } from "./overlaps";
import { overnightFindings } from "./overnight";
import { bytesOf, isTooLarge } from "./size";

/** Closed days with fixed dates should be known this far ahead. */
const HOLIDAYS_AHEAD_DAYS = 60;
/** At least this many closed days with fixed dates count as holidays, whatever their reason. */
const MANY_FIXED_DAYS = 3;

const isAllDay = ({ start, end }: CompiledRule): boolean => start === 0 && end === DAY_MINUTES;

/**
 * The last of a schedule's closed days with fixed dates, if they look like holidays. One or two such days beside
 * recurring holidays are single closures and need no continuation.
 */
function lastHoliday(rules: readonly CompiledRule[]): number | null {
  const closed = rules.filter((compiled) => !compiled.rule.isOpen && isAllDay(compiled));
  const fixed = closed.filter(({ rule }) => !rule.dateRRule && hasEnd(rule));
  const lasts = fixed.flatMap((compiled) => lastFixedDay(compiled) ?? []);
  const days = fixed.reduce((sum, { rule }) => sum + Math.max(1, rule.dates?.length ?? 0), 0);
  const isHoliday = ({ rule }: CompiledRule): boolean => rule.closedReason?.toLowerCase() === REASON_HOLIDAY;
  const recurs = closed.some((compiled) => Boolean(compiled.rule.dateRRule) && isHoliday(compiled));
  const looksLikeHolidays = days >= MANY_FIXED_DAYS || (!recurs && fixed.some(isHoliday));
  return lasts.length > 0 && looksLikeHolidays ? Math.max(...lasts) : null;
}

const hasEnd = (rule: Rule): boolean =>
  Boolean(rule.endDate) || (!rule.startDate && rule.dates !== undefined);

function lastFixedDay({ days, rule }: CompiledRule): number | null {
  const ends = [rule.endDate, ...(rule.dates ?? [])].flatMap((date) =>
    date ? Date.parse(date) / DAY_MS : [],
  );
  return ends.sort((a, b) => b - a).find((day) => days.has(day)) ?? null;
}

/** Findings about a schedule and its combination of rules. */
export function scheduleFindings(
  schedule: Schedule,
  rulesById: ReadonlyMap<string, Rule>,
  now: number,
): Finding[] {
  const findings: Finding[] = [];
  const add = (
    code: Finding["code"],
    severity: Finding["severity"],
    params: Finding["params"] = {},
  ): void => {
    findings.push({ code, severity, scheduleId: schedule.id, params });
  };
  const compiled = compileSchedule({ ...schedule, manualClose: false }, rulesById);
  const { problem, manualUntil } = compileSchedule(schedule, rulesById);
  const offset = compiled.zone?.span(now).offset ?? 0;
  const today = Math.floor((now + offset) / DAY_MS);
  if (problem !== null) add(problem.code, "error", { field: problem.field, value: problem.value });
  if (Number.isFinite(manualUntil) && manualUntil <= now)
    add("manual-close-ended", "info", { date: formatDate(Math.floor((manualUntil + offset) / DAY_MS)) });

  const ids = [...new Set(schedule.rules)];
  for (const id of ids) {
    const name = rulesById.get(id)?.name;
    if (name === undefined) add("rule-missing", "error", { rule: id });
    else if (schedule.rules.indexOf(id) !== schedule.rules.lastIndexOf(id))
      add("rule-listed-twice", "warning", { rule: name || id });
  }
  const listed = ids.flatMap((id) => rulesById.get(id) ?? []);
  const compiledRules = compileRules(listed, rulesById);
  const rules = listed.flatMap((rule) => compiledRules.get(rule) ?? []);
  if (isTooLarge(schedule)) add("item-too-large", "error", { bytes: bytesOf(schedule) });
  if (rules.length === 0) {
    add("no-rules", "warning");
    return findings;
  }
  const until = today + SEARCH_DAYS;
  for (const finding of [
    ...overlapFindings(rules, today, until),
    ...overnightFindings(rules, today, until),
    ...noEffectFindings(rules, today, until),
  ])
    findings.push({ ...finding, scheduleId: schedule.id });
  if (compiled.zone !== null) {
    const open = nextOpen(compiled, now);
    if (open.at === null)
      add("no-opening", "warning", { date: formatDate(Math.floor((open.searchedTo + offset) / DAY_MS)) });
    else if (open.at === now && nextOpenChange(compiled, now).at === null) add("always-open", "info");
  }
  const last = lastHoliday(rules);
  if (last !== null && last < today + HOLIDAYS_AHEAD_DAYS)
    add("holidays-run-out", "warning", { date: formatDate(last) });
  return findings;
}
