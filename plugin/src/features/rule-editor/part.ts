import type { Rule } from "@schedule-manager/shared/model/model";
import type { RuleForm } from "@schedule-manager/shared/editing/rule-form/form";

/** The props of each part of the form. */
export interface PartProps {
  readonly form: RuleForm;
  readonly edit: (fields: Partial<RuleForm>) => void;
  /** Describes a field's problem; undefined: none. */
  readonly wrong: (field: keyof RuleForm) => string | undefined;
}

/** The props of the parts that define the rule's days. */
export interface DaysPartProps extends PartProps {
  /** The rule that the form was made from. */
  readonly base: Rule;
  /** All rules, with drafts. */
  readonly rulesById: ReadonlyMap<string, Rule>;
}
