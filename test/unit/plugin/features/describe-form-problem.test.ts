import type { FormProblem } from "@schedule-manager/shared/editing/rule-form/problems";
import { describeFormProblem } from "../../../../plugin/src/features/rule-editor/describe-form-problem";
import { translateFor } from "../i18n/translate-for";

const { t, locale } = translateFor("en-US");
const words = (problem: Omit<FormProblem, "field">): string | undefined =>
  describeFormProblem({ field: "name", ...problem }, t, locale);

describe("the problem of a rule's field", () => {
  it.each<[Omit<FormProblem, "field">, string]>([
    [{ code: "name-missing" }, "Give the rule a name."],
    [{ code: "time-missing" }, "Choose a time."],
    [{ code: "date-missing" }, "Choose a date."],
    [{ code: "dates-missing" }, "Add at least one date."],
    [{ code: "weekdays-missing" }, "Choose at least one weekday."],
    [{ code: "rules-missing" }, "Choose at least one rule."],
    [{ code: "number-invalid" }, "Enter a number of 1 or more."],
    [{ code: "distance-invalid" }, "Enter a number from 1 to 31."],
    [{ code: "end-before-start" }, "The last day is before the start date."],
    [{ code: "never-applies" }, "The rule applies on no day. Check its dates."],
    [
      { code: "character-refused", value: "U+202E" },
      "Remove the character U+202E. People can’t see it in a name.",
    ],
    [{ code: "nothing-visible" }, "Enter at least one character that people can see."],
    [
      { code: "rrule-part-unknown", part: "BYHOUR" },
      "BYHOUR is not supported in a recurrence of dates. Remove it.",
    ],
    [{ code: "rrule-value-invalid", part: "BYDAY", value: "XX" }, "BYDAY cannot be “XX”. Correct the value."],
    [
      { code: "rrule-freq-unsupported", value: "HOURLY" },
      "FREQ=HOURLY is not possible. Use DAILY, WEEKLY, MONTHLY or YEARLY.",
    ],
  ])("[RE9] %j is described with its remedy", (problem, said) => {
    expect(words(problem)).toBe(said);
  });

  it("[RE9] a field without a problem has no description", () => {
    expect(describeFormProblem(undefined, t, locale)).toBeUndefined();
  });
});
