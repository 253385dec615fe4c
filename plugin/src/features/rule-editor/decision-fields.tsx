import { Box } from "@twilio-paste/core/box";
import { CheckField } from "../../fields/check-field";
import { ChoiceField } from "../../fields/choice-field";
import { Combobox } from "../../fields/combobox";
import { Section } from "../../fields/section";
import { useTranslate } from "../../services";
import type { PartProps } from "./part";

interface Props extends PartProps {
  /** Reasons that other rules give. */
  readonly reasons: readonly string[];
}

/** What the rule decides, and whether it wins. */
export function DecisionFields({ form, edit, wrong, reasons }: Props) {
  const t = useTranslate();
  return (
    <Section title={t("rule.decision")}>
      <ChoiceField
        legend={t("rule.decision")}
        hideLegend
        value={form.isOpen ? "open" : "closed"}
        options={[
          { value: "open", text: t("rule.decision.open") },
          { value: "closed", text: t("rule.decision.closed") },
        ]}
        onChange={(decision) => {
          edit({ isOpen: decision === "open" });
        }}
      />
      {!form.isOpen && (
        <Box maxWidth="size40">
          <Combobox
            label={t("rule.reason")}
            help={t("rule.reason.help")}
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
        label={t("rule.exception")}
        help={t("rule.exception.help")}
        checked={form.exception}
        onChange={(exception) => {
          edit({ exception });
        }}
      />
    </Section>
  );
}
