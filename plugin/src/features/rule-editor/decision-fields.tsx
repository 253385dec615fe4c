import { Box } from "@twilio-paste/core/box";
import { ChoiceField } from "../../ui/fields/choice-field";
import { Combobox } from "../../ui/fields/combobox";
import { Section } from "../../ui/fields/section";
import { useTranslate } from "../../services/services";
import type { PartProps } from "./part";

interface Props extends PartProps {
  /** Reasons used by other rules. */
  readonly reasons: readonly string[];
}

const EXCEPTIONS = ["no", "hours", "day"] as const;

/** Open or closed, with the reason, and whether the rule is an exception. */
export function DecisionFields({ form, edit, wrong, reasons }: Props) {
  const t = useTranslate();
  const exception = form.exception === "day" ? "day" : form.exception ? "hours" : "no";
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
      <ChoiceField
        legend={t("rule.exception")}
        help={t(exception === "day" ? "rule.exception.day.help" : "rule.exception.help")}
        value={exception}
        options={EXCEPTIONS.map((value) => ({ value, text: t(`rule.exception.${value}`) }))}
        onChange={(chosen) => {
          edit({ exception: chosen === "day" ? "day" : chosen === "hours" });
        }}
      />
    </Section>
  );
}
