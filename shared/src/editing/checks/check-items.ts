import { compileSchedule } from "../../evaluator/compile";
import { compileRule } from "../../evaluator/compile-rule";
import { parseInstant } from "../../time/instant";
import { MAX_NOTE_LENGTH, type Rule, type Schedule } from "../../model/model";
import type { ScheduleProblem } from "../../model/problem";
import { sameValue } from "../../model/same-value";
import type { Edit, EditProblem } from "./problem";

const NO_RULES: ReadonlyMap<string, Rule> = new Map();

const messageOf = (problem: {
  readonly code: string;
  readonly field: string;
  readonly value?: string;
}): string =>
  `${problem.field}${problem.value === undefined ? "" : ` "${problem.value.slice(0, 100)}"`}: ${problem.code}. Correct it and publish again.`;

/** Checks the contents of changed rules and schedules: dates, recurrence, times, zone. */
export function checkItems({ before, after }: Edit): EditProblem[] {
  const oldRules = new Map(before.rules.map((rule) => [rule.id, rule]));
  const oldSchedules = new Map(before.schedules.map((schedule) => [schedule.id, schedule]));
  const rules = after.rules.filter((rule) => !sameValue(rule, oldRules.get(rule.id)));
  const schedules = after.schedules.filter((schedule) => !sameValue(schedule, oldSchedules.get(schedule.id)));
  const rulesById = new Map(after.rules.map((rule) => [rule.id, rule]));
  return [
    ...rules.flatMap((rule) => ruleProblems(rule, rulesById)),
    ...schedules.flatMap((s) => scheduleProblems(s, oldSchedules.get(s.id))),
  ];
}

/** `checkReferences` reports references to missing rules. */
const isReported = (code: string): boolean => code === "relative-rule-missing";

function ruleProblems(rule: Rule, rulesById: ReadonlyMap<string, Rule>): EditProblem[] {
  const invalid = (message: string): EditProblem => ({
    kind: "rule",
    id: rule.id,
    code: "item-invalid",
    message,
  });
  if (rule.name.trim() === "") return [invalid("A rule needs a name.")];
  const { problem } = compileRule(rule, rulesById);
  return problem === null || isReported(problem.code) ? [] : [invalid(messageOf(problem))];
}

function scheduleProblems(schedule: Schedule, old: Schedule | undefined): EditProblem[] {
  const { problem } = compileSchedule(schedule, NO_RULES);
  const until = schedule.manualCloseUntil;
  const problems: readonly ScheduleProblem[] = [
    ...(problem === null ? [] : [problem]),
    // Checked separately, because the compiler ignores it while the schedule is open or its zone is wrong.
    ...(until === undefined || problem?.field === "manualCloseUntil" || parseInstant(until) !== null
      ? []
      : [{ code: "until-invalid" as const, field: "manualCloseUntil" as const, value: until }]),
  ];
  const messages = problems
    // A zone that was already wrong must not prevent closing the schedule.
    .filter(({ field }) => old?.[field] !== schedule[field])
    .map(messageOf);
  const { manualNote = "" } = schedule;
  if (manualNote.length > MAX_NOTE_LENGTH && old?.manualNote !== manualNote)
    messages.push(`manualNote: shorten the note to ${MAX_NOTE_LENGTH} characters.`);
  return messages.map((message) => ({ kind: "schedule", id: schedule.id, code: "item-invalid", message }));
}
