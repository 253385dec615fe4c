import { useState } from "react";
import type { Rule } from "@schedule-manager/shared/model/model";
import type { RuleForm } from "@schedule-manager/shared/editing/rule-form/form";
import { fromRule } from "@schedule-manager/shared/editing/rule-form/from-rule";
import { type FormProblem, formProblems } from "@schedule-manager/shared/editing/rule-form/problems";
import { toRule } from "@schedule-manager/shared/editing/rule-form/to-rule";
import { sameValue } from "@schedule-manager/shared/model/same-value";

interface Editing {
  readonly form: RuleForm;
  /** The rule that the form was made from; it provides everything that the form does not edit. */
  readonly base: Rule;
  /** The last rule that the form produced. */
  readonly made: Rule;
}

const editing = (rule: Rule): Editing => ({ form: fromRule(rule), base: rule, made: rule });

export interface RuleFormState {
  readonly form: RuleForm;
  readonly base: Rule;
  readonly problems: ReadonlyMap<keyof RuleForm, FormProblem>;
  readonly edit: (fields: Partial<RuleForm>) => void;
}

/** The form state of a rule. A rule that changed elsewhere (undone, merged) resets the form. */
export function useRuleForm(
  rule: Rule,
  rulesById: ReadonlyMap<string, Rule>,
  onChange: (rule: Rule) => void,
): RuleFormState {
  const [last, setLast] = useState(() => editing(rule));
  let now = last;
  if (rule !== last.made && !sameValue(rule, last.made)) {
    now = editing(rule);
    setLast(now);
  }
  const { form, base, made } = now;
  return {
    form,
    base,
    problems: new Map(formProblems(form, base, rulesById).map((problem) => [problem.field, problem])),
    edit(fields) {
      const next = { ...form, ...fields };
      const rule = toRule(next, base);
      setLast({ form: next, base, made: rule });
      if (!sameValue(rule, made)) onChange(rule);
    },
  };
}
