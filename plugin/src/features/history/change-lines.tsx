import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import type { Step } from "@schedule-manager/shared/history/steps";
import { useMemo } from "react";
import { useServices } from "../../services/services";
import { rulesIn, describeStep } from "./describe-step";
import { useRuleNames } from "./use-rule-names";

/** Describes the change of one step. */
export function ChangeLines({ step }: { readonly step: Step }) {
  const { t, locale } = useServices();
  const rules = useMemo(() => rulesIn(step), [step]);
  const ruleName = useRuleNames(rules);
  const lines = describeStep(step, { t, locale, ruleName });
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return <Text as="p">{only}</Text>;
  return (
    <UnorderedList marginBottom="space0">
      {lines.map((line) => (
        <ListItem key={line}>{line}</ListItem>
      ))}
    </UnorderedList>
  );
}
