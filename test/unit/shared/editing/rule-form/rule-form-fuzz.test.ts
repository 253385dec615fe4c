import { parseDate } from "@schedule-manager/shared/time/civil";
import { compileRule } from "@schedule-manager/shared/evaluator/compile";
import { chooseRepeat } from "@schedule-manager/shared/editing/rule-form/choose-repeat";
import { REPEATS, type RuleForm } from "@schedule-manager/shared/editing/rule-form/form";
import { fromRule } from "@schedule-manager/shared/editing/rule-form/from-rule";
import { formProblems } from "@schedule-manager/shared/editing/rule-form/problems";
import { writeRelative } from "@schedule-manager/shared/editing/rule-form/relative-fields";
import { toRule } from "@schedule-manager/shared/editing/rule-form/to-rule";
import { writeRRule } from "@schedule-manager/shared/editing/rule-form/write-rrule";
import { rule } from "../../fixtures";
import { anyRule, goodForm, OTHERS } from "./arbitrary";
import fc from "../../../../support/fast-check";
import { SEED } from "../../../../support/seed";
const numRuns = 2000;

/** What of a form has a meaning. */
const meaning = (form: RuleForm): unknown => [
  form.name,
  form.isOpen ? "open" : form.closedReason,
  form.exception,
  form.allDay ? "all day" : [form.startTime, form.endTime],
  writeRRule(form),
  form.repeat === "relative" ? writeRelative(form) : "",
  form.repeat === "dates" ? "" : form.startDate,
  form.repeat === "once" || form.repeat === "dates"
    ? ""
    : form.ends === "on"
      ? form.endDate
      : form.repeat === "relative"
        ? "never"
        : form.ends,
  form.repeat === "relative" ? [] : [...form.dates].sort(),
  form.exceptDates,
];

/** Civil day numbers: more than two years from December 2025 on. */
const SPAN = Array.from({ length: 800 }, (_, index) => (parseDate("2025-12-01") ?? 0) + index);

describe(`rule form (SEED=${SEED})`, () => {
  it("[FM3] gives back any rule that was not edited, the same object", () => {
    fc.assert(
      fc.property(anyRule, (from) => {
        expect(toRule(fromRule(from), from)).toBe(from);
      }),
      { numRuns },
    );
  });

  it("[FM4] changes only what was edited, whatever the rest holds", () => {
    fc.assert(
      fc.property(anyRule, fc.constantFrom("name", "exceptDates", "exception"), (from, field) => {
        const form = fromRule(from);
        const edited = {
          name: { ...form, name: "edited" },
          exceptDates: { ...form, exceptDates: ["2020-01-01"] },
          exception: { ...form, exception: !form.exception },
        }[field];
        const { [field as "name"]: _made, ...made } = toRule(edited, from);
        const { [field as "name"]: _from, ...rest } = from;
        expect(made).toEqual(rest);
      }),
      { numRuns },
    );
  });

  it("[FM5] any form that is filled in is accepted, and is shown again as it was", () => {
    fc.assert(
      fc.property(goodForm, anyRule, (form, from) => {
        // A filled-in form over any rule, also one that is wrong: nothing of the rule's own days is left.
        const made = toRule(form, from);
        expect(formProblems(form, from, OTHERS)).toEqual([]);
        expect(compileRule(made, OTHERS).problem).toBeNull();
        expect(meaning(fromRule(made))).toEqual(meaning(form));
      }),
      { numRuns },
    );
  });

  it("[FM6] what is shown means what the rule means", () => {
    fc.assert(
      fc.property(anyRule, (from) => {
        const compiled = compileRule(from, OTHERS);
        fc.pre(compiled.problem === null);
        const again = compileRule(toRule(fromRule(from), rule("blank", { name: "", isOpen: true })), OTHERS);
        const daysOf = ({ days }: typeof again): number[] => SPAN.filter((day) => days.has(day));
        expect(daysOf(again)).toEqual(daysOf(compiled));
        expect([again.start, again.end]).toEqual([compiled.start, compiled.end]);
      }),
      { numRuns: 300 },
    );
  });

  it("[FM7] a rule is refused exactly when the form says at which field", () => {
    fc.assert(
      fc.property(anyRule, goodForm, fc.constantFrom(...REPEATS), (from, other, repeat) => {
        const form = chooseRepeat(
          { ...fromRule(from), ...other, repeat: fromRule(from).repeat },
          repeat,
          from,
        );
        const problems = formProblems(form, from, OTHERS);
        const made = toRule(form, from);
        if (problems.length === 0) expect(compileRule(made, OTHERS).problem).toBeNull();
        if (compileRule(made, OTHERS).problem !== null) expect(problems).not.toEqual([]);
        expect(new Set(problems.map(({ field }) => field)).size).toBe(problems.length);
      }),
      { numRuns },
    );
  });
});
