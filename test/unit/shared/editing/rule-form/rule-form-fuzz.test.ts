import { parseDate } from "@schedule-manager/shared/time/civil";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
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

/** The meaningful part of a form. */
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

/** Civil day numbers: more than two years from December 2025. */
const SPAN = Array.from({ length: 800 }, (_, index) => (parseDate("2025-12-01") ?? 0) + index);

describe(`rule form (SEED=${SEED})`, () => {
  it("[FM3] an unedited rule returns the same object", () => {
    fc.assert(
      fc.property(anyRule, (from) => {
        expect(toRule(fromRule(from), from)).toBe(from);
      }),
      { numRuns },
    );
  });

  it("[FM4] an edit changes only its field, whatever the rest contains", () => {
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

  it("[FM5] any completed form is valid, and is shown again unchanged", () => {
    fc.assert(
      fc.property(goodForm, anyRule, (form, from) => {
        // A completed form over any rule, also an invalid one: no days of the old rule remain.
        const made = toRule(form, from);
        expect(formProblems(form, from, OTHERS)).toEqual([]);
        expect(compileRule(made, OTHERS).problem).toBeNull();
        expect(meaning(fromRule(made))).toEqual(meaning(form));
      }),
      { numRuns },
    );
  });

  it("[FM6] the shown fields have the rule's meaning", () => {
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

  it("[FM7] a rule is invalid exactly when the form reports a field", () => {
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
