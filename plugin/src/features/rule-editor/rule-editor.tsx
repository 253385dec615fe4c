import { useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Separator } from "@twilio-paste/core/separator";
import type { Rule } from "@schedule-manager/shared/model/model";
import type { RuleForm } from "@schedule-manager/shared/editing/rule-form/form";
import { FieldsDisabled } from "../../ui/fields/context";
import { Section } from "../../ui/fields/section";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { BoundsFields } from "./bounds-fields";
import { DecisionFields } from "./decision-fields";
import type { PartProps } from "./part";
import { describeFormProblem } from "./describe-form-problem";
import { RepeatFields } from "./repeat-fields";
import { TimeFields } from "./time-fields";
import { useRuleForm } from "./use-rule-form";

interface Props {
  readonly rule: Rule;
  /** All rules, with drafts. */
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** Called with the whole rule on each edit. The rule may be incomplete, since it is a draft. */
  readonly onChange: (rule: Rule) => void;
  /** Somebody else edits the rule. */
  readonly readOnly: boolean;
  /** Reasons used by other rules, most frequent first. */
  readonly reasons: readonly string[];
}

/** The form of a rule. */
export function RuleEditor({ rule, rulesById, onChange, readOnly, reasons }: Props) {
  const { t, locale } = useServices();
  const { form, base, problems, edit } = useRuleForm(rule, rulesById, onChange);
  // A new rule shows no problems until the first edit.
  const [named, setNamed] = useState(rule.name !== "");
  const wrong = (field: keyof RuleForm): string | undefined =>
    describeFormProblem(problems.get(field), t, locale);
  const part: PartProps = { form, edit, wrong };
  return (
    <FieldsDisabled value={readOnly}>
      <Box display="flex" flexDirection="column" rowGap="space60">
        <TextField
          label={t("rule.name")}
          required
          value={form.name}
          maxLength={200}
          error={named ? wrong("name") : undefined}
          autoFocus={!readOnly && !named}
          onChange={(name) => {
            setNamed(true);
            edit({ name });
          }}
        />
        <DecisionFields {...part} reasons={reasons} />
        <Separator orientation="horizontal" />
        <TimeFields {...part} />
        <Separator orientation="horizontal" />
        <Section title={t("rule.days")}>
          <RepeatFields {...part} base={base} rulesById={rulesById} />
          <BoundsFields {...part} />
        </Section>
      </Box>
    </FieldsDisabled>
  );
}
