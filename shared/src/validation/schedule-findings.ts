import { DAY_MS, formatDate } from "../time/civil";
import { compileSchedule } from "../evaluator/compile";
import { type CompiledRule, compileRules } from "../evaluator/compile-rule";
import type { Finding } from "../model/finding";
import { REASON_HOLIDAY, type Rule, type Schedule } from "../model/model";
import { nextOpen, nextOpenChange, SEARCH_DAYS } from "../evaluator/next-change";
import { endingClosures } from "./ending-closures";
import { noEffectFindings } from "./no-effect";
import { overlapFindings } from "./overlaps";
import { overnightFindings } from "./overnight";
import { reasonOrderFindings } from "./reason-order";
import { bytesOf, isTooLarge } from "./size";

/** Closed days with fixed dates should be known this far ahead. */
const HOLIDAYS_AHEAD_DAYS = 60;
/** At least this many closed days with fixed dates count as holidays, whatever their reason. */
const MANY_FIXED_DAYS = 3;

/**
 * The last of a schedule's closed days that end, if they look like holidays. One or two such days beside recurring
 * holidays are single closures and need no continuation.
 */
function lastHoliday(rules: readonly CompiledRule[], ahead: number): number | null {
  const ending = endingClosures(rules, ahead);
  const days = ending.reduce((sum, { compiled }) => sum + Math.max(1, compiled.rule.dates?.length ?? 0), 0);
  const isHoliday = ({ rule }: CompiledRule): boolean => rule.closedReason?.toLowerCase() === REASON_HOLIDAY;
  const ends = (one: CompiledRule): boolean => ending.some(({ compiled }) => compiled === one);
  const recurs = rules.some(
    (one) =>
      one.problem === null && !one.rule.isOpen && Boolean(one.rule.dateRRule) && isHoliday(one) && !ends(one),
  );
  const looksLikeHolidays =
    days >= MANY_FIXED_DAYS || (!recurs && ending.some(({ compiled }) => isHoliday(compiled)));
  return ending.length > 0 && looksLikeHolidays ? Math.max(...ending.map(({ last }) => last)) : null;
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
  const overlaps = overlapFindings(rules, today, until);
  for (const finding of [
    ...overlaps,
    ...overnightFindings(rules, today, until),
    ...noEffectFindings(rules, today, until),
    ...reasonOrderFindings(rules, today, until, overlaps),
  ])
    findings.push({ ...finding, scheduleId: schedule.id });
  if (compiled.zone !== null) {
    const open = nextOpen(compiled, now);
    if (open.at === null)
      add("no-opening", "warning", { date: formatDate(Math.floor((open.searchedTo + offset) / DAY_MS)) });
    else if (open.at === now && nextOpenChange(compiled, now).at === null) add("always-open", "info");
  }
  const ahead = today + HOLIDAYS_AHEAD_DAYS;
  const last = lastHoliday(rules, ahead);
  if (last !== null && last < ahead) add("holidays-run-out", "warning", { date: formatDate(last) });
  return findings;
}
