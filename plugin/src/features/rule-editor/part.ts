import type { RuleForm } from "@schedule-manager/shared/rule-form/form";

/** What each part of the form works on. */
export interface PartProps {
  readonly form: RuleForm;
  readonly edit: (fields: Partial<RuleForm>) => void;
  /** What is wrong with a field, in words; undefined: nothing. */
  readonly wrong: (field: keyof RuleForm) => string | undefined;
}
