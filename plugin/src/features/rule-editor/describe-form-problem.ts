import { isOneOf } from "@schedule-manager/shared/collections/keys";
import type { FormProblem } from "@schedule-manager/shared/editing/rule-form/problems";
import { describeProblem } from "@schedule-manager/shared/i18n/describe-problem";
import type { Translate } from "../../i18n/translate";

const OWN = [
  "name-missing",
  "time-missing",
  "date-missing",
  "dates-missing",
  "weekdays-missing",
  "rules-missing",
  "number-invalid",
  "distance-invalid",
  "end-before-start",
  "never-applies",
] as const;
type Own = (typeof OWN)[number];

const isOwn = (code: FormProblem["code"]): code is Own => isOneOf(OWN, code);

/** Describes the problem of a field and its remedy; undefined: none. */
export function describeFormProblem(
  problem: FormProblem | undefined,
  t: Translate,
  locale: string,
): string | undefined {
  if (problem === undefined) return undefined;
  const { code, part, value } = problem;
  if (code === "character-refused" || code === "nothing-visible")
    return t(`edit.problem.${code}`, { character: value ?? "" });
  if (isOwn(code)) return t(`rule.problem.${code}`);
  return describeProblem(
    {
      code,
      field: "dateRRule",
      ...(part === undefined ? {} : { part }),
      ...(value === undefined ? {} : { value }),
    },
    locale,
  );
}
