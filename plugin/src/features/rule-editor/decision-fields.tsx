import { Box } from "@twilio-paste/core/box";
import { CheckField } from "../../fields/check-field";
import { ChoiceField } from "../../fields/choice-field";
import { Combobox } from "../../fields/combobox";
import { Section } from "../../fields/section";
import { useSay } from "../../services";
import type { PartProps } from "./part";

interface Props extends PartProps {
  /** Reasons that other rules give. */
  readonly reasons: readonly string[];
}

/** What the rule decides, and whether it wins. */
export function DecisionFields({ form, edit, wrong, reasons }: Props) {
  const say = useSay();
  return (
    <Section title={say("rule.decision")}>
      <ChoiceField
        legend={say("rule.decision")}
        hideLegend
        value={form.isOpen ? "open" : "closed"}
        options={[
          { value: "open", text: say("rule.decision.open") },
          { value: "closed", text: say("rule.decision.closed") },
        ]}
        onChange={(decision) => {
          edit({ isOpen: decision === "open" });
        }}
      />
      {!form.isOpen && (
        <Box maxWidth="size40">
          <Combobox
            label={say("rule.reason")}
            help={say("rule.reason.help")}
            error={wrong("closedReason")}
            value={form.closedReason}
            options={reasons.map((reason) => ({ value: reason, text: reason }))}
            free
            onChange={(closedReason) => {
              edit({ closedReason });
            }}
          />
        </Box>
      )}
      <CheckField
        label={say("rule.exception")}
        help={say("rule.exception.help")}
        checked={form.exception}
        onChange={(exception) => {
          edit({ exception });
        }}
      />
    </Section>
  );
}
