import { nextOccurrence } from "../../evaluator/next-occurrence";
import { parseDate } from "../../time/civil";
import { compileRule, type RulesById } from "../../evaluator/compile-rule";
import { MAX_RELATIVE_DAYS, type Rule } from "../../model/model";
import type { RuleProblem, RuleProblemCode } from "../../model/problem";
import type { RuleForm } from "./form";
import { textProblem, type TextProblem } from "../../model/text-problem";
import { toRule } from "./to-rule";

type FormProblemCode =
  | RuleProblemCode
  | TextProblem["code"]
  | "name-missing"
  | "time-missing"
  | "date-missing"
  | "dates-missing"
  | "weekdays-missing"
  | "rules-missing"
  | "number-invalid"
  | "distance-invalid"
  | "end-before-start"
  | "never-applies";

/** A problem of a form field. `part` and `value` as in `RuleProblem`. */
export interface FormProblem {
  readonly field: keyof RuleForm;
  readonly code: FormProblemCode;
  readonly part?: string;
  readonly value?: string;
}

type Check = (form: RuleForm) => readonly (FormProblem | false)[];

const positive = (text: string): boolean => /^\d{1,9}$/.test(text) && Number(text) > 0;

/**
 * @returns false for a valid text; otherwise `value` is the invalid character
 */
function text(field: keyof RuleForm, typed: string): FormProblem | false {
  const problem = textProblem(typed);
  if (problem === null) return false;
  return { field, code: problem.code, ...("character" in problem ? { value: problem.character } : {}) };
}

const naming: Check = ({ name, isOpen, closedReason }) => [
  name.trim() === "" ? { field: "name", code: "name-missing" } : text("name", name),
  !isOpen && text("closedReason", closedReason),
];

const timing: Check = ({ allDay, startTime, endTime }) => [
  !allDay && startTime === "" && { field: "startTime", code: "time-missing" },
  !allDay && endTime === "" && { field: "endTime", code: "time-missing" },
];

const repeating: Check = (form) => {
  const { repeat, startDate, endDate, ends } = form;
  const recurs = repeat !== "once" && repeat !== "dates" && repeat !== "relative" && repeat !== "custom";
  return [
    recurs && !positive(form.interval) && { field: "interval", code: "number-invalid" },
    repeat === "once" && startDate === "" && { field: "startDate", code: "date-missing" },
    repeat === "dates" && form.dates.length === 0 && { field: "dates", code: "dates-missing" },
    repeat === "weekly" &&
      form.weekdays === 0 &&
      startDate === "" && { field: "weekdays", code: "weekdays-missing" },
    recurs && ends === "after" && !positive(form.count) && { field: "count", code: "number-invalid" },
    repeat !== "once" &&
      repeat !== "dates" &&
      ends === "on" &&
      (endDate === ""
        ? { field: "endDate", code: "date-missing" }
        : startDate > endDate && { field: "endDate", code: "end-before-start" }),
  ];
};

const relating: Check = ({ repeat, relativeRules, distance, countsWorkingDays, workingWeekdays }) =>
  repeat === "relative"
    ? [
        relativeRules.length === 0 && { field: "relativeRules", code: "rules-missing" },
        !(positive(distance) && Number(distance) <= MAX_RELATIVE_DAYS) && {
          field: "distance",
          code: "distance-invalid",
        },
        countsWorkingDays && workingWeekdays === 0 && { field: "workingWeekdays", code: "weekdays-missing" },
      ]
    : [];

/** The form field that shows the cause of a rule's problem. */
function fieldOf(form: RuleForm, problem: RuleProblem): keyof RuleForm {
  if (problem.field === "relativeTo") return "relativeRules";
  if (problem.field === "endDate" && form.repeat === "once") return "startDate";
  // The form has a field of the same name for every other field that a problem names.
  if (problem.field !== "dateRRule") return problem.field as keyof RuleForm;
  if (form.repeat === "custom") return "rrule";
  if (problem.part === "COUNT") return "count";
  if (problem.part === "INTERVAL") return "interval";
  return form.repeat === "weekly" ? "weekdays" : "day";
}

/** Whether a valid rule has no day. */
function neverApplies(rule: Rule, rulesById: RulesById): boolean {
  const { problem, days } = compileRule(rule, rulesById);
  if (problem !== null) return false;
  const starts = [rule.startDate ?? "", ...(rule.dates ?? [])].map(parseDate).filter((day) => day !== null);
  // Without a start the rule is unbounded in the past; searching from year 1 suffices.
  const from =
    rule.startDate || (!rule.dateRRule && !rule.endDate && !rule.relativeTo)
      ? Math.min(...starts)
      : parseDate("0001-01-01");
  return from !== null && Number.isFinite(from) && nextOccurrence(days, from) === null;
}

/**
 * Problems of the form, at most one for each field, in the form's order. Empty when `compileRule` accepts the
 * result.
 * @param rule the rule that the form was created from
 * @param rulesById the rules that its days can be relative to
 */
export function formProblems(form: RuleForm, rule: Rule, rulesById: RulesById): readonly FormProblem[] {
  const problems = [naming, timing, repeating, relating]
    .flatMap((check) => check(form))
    .filter((problem): problem is FormProblem => problem !== false);
  const made = toRule(form, rule);
  // The edited rule replaces the stored one, so that circular references are found.
  const library: RulesById = { get: (id) => (id === made.id ? made : rulesById.get(id)) };
  const { problem } = compileRule(made, library);
  if (problem !== null) {
    const { code, part, value } = problem;
    const field = fieldOf(form, problem);
    // Without weekdays the start date is needed; reports the missing weekdays only once.
    const isReported = problem.part === "FREQ" && problems.some((other) => other.code === "weekdays-missing");
    // The fields of relative days already report what is missing.
    const relative = code === "relative-invalid" && problems.length > 0;
    if (!isReported && !relative && !problems.some((other) => other.field === field))
      problems.push({ field, code, ...(part ? { part } : {}), ...(value ? { value } : {}) });
  } else if (problems.length === 0 && neverApplies(made, library))
    problems.push({ field: "repeat", code: "never-applies" });
  return problems;
}
