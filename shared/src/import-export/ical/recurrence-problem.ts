import { describeProblem } from "../../i18n/describe-problem";
import type { RuleProblemCode } from "../../model/problem";
import type { ImportWarning } from "./import-warning";

/** Why an import refuses an event's recurrence, in a locale's language; empty: it does not. */
export function recurrenceProblem({ code, params }: ImportWarning, locale: string): string {
  if (code !== "rrule-refused") return "";
  const text = (name: string): string => String(params[name] ?? "");
  // Parameters are texts and numbers; this one is the code that the parser refused with.
  const problem = text("problem") as RuleProblemCode;
  return describeProblem(
    { code: problem, field: "dateRRule", part: text("part"), value: text("value") },
    locale,
  );
}
