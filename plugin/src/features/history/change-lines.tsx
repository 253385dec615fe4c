import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import type { Step } from "@schedule-manager/shared/history/steps";
import { useMemo } from "react";
import { FoldedText } from "../../ui/folded-text";
import { ShowSome } from "../../ui/show-some";
import { useServices } from "../../services/services";
import { rulesIn, describeStep } from "./describe-step";
import { useRuleNames } from "./use-rule-names";

/** Changed fields shown at first. */
const FEW = 8;

/** Describes the change of one step. */
export function ChangeLines({ step }: { readonly step: Step }) {
  const { t, locale } = useServices();
  const rules = useMemo(() => rulesIn(step), [step]);
  const ruleName = useRuleNames(rules);
  const lines = describeStep(step, { t, locale, ruleName });
  const [only] = lines;
  if (lines.length === 1 && only !== undefined)
    return (
      <Text as="p" overflowWrap="anywhere">
        <FoldedText text={only} />
      </Text>
    );
  return (
    <ShowSome items={lines} some={FEW}>
      {(shown) => (
        <UnorderedList marginBottom="space0">
          {shown.map((line) => (
            <ListItem key={line}>
              <FoldedText text={line} />
            </ListItem>
          ))}
        </UnorderedList>
      )}
    </ShowSome>
  );
}
