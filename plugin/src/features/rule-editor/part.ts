import type { Rule } from "@schedule-manager/shared/model/model";
import type { RuleForm } from "@schedule-manager/shared/editing/rule-form/form";

/** What each part of the form works on. */
export interface PartProps {
  readonly form: RuleForm;
  readonly edit: (fields: Partial<RuleForm>) => void;
  /** What is wrong with a field, in words; undefined: nothing. */
  readonly wrong: (field: keyof RuleForm) => string | undefined;
}

/** What the parts work on that say which days. */
export interface DaysPartProps extends PartProps {
  /** What the form was made from. */
  readonly base: Rule;
  /** The whole library, with drafts. */
  readonly rulesById: ReadonlyMap<string, Rule>;
}
