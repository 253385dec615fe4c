import { useContext, useState } from "react";
import { Button } from "@twilio-paste/core/button";
import { HelpText } from "@twilio-paste/core/help-text";
import type { Finding } from "@schedule-manager/shared/model/finding";
import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { useFieldsDisabled } from "../../ui/fields/context";
import { useServices } from "../../services/services";
import { FixContext } from "./fix-context";

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** A rule's findings in this schedule: the most severe one, and the others on demand. */
export function RuleFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, locale } = useServices();
  const disabled = useFieldsDisabled();
  const fixOf = useContext(FixContext);
  const [all, setAll] = useState(false);
  const sorted = [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const shown = all ? sorted : sorted.slice(0, 1);
  return (
    <>
      {shown.map((finding) => {
        const text = describeFinding(finding, locale);
        return (
          <HelpText key={text} variant={finding.severity === "info" ? "default" : finding.severity}>
            {text} {!disabled && fixOf(finding)}
          </HelpText>
        );
      })}
      {shown.length < sorted.length && (
        <Button
          variant="link"
          onClick={() => {
            setAll(true);
          }}
        >
          {t("schedule.rule.findings", { count: sorted.length - shown.length })}
        </Button>
      )}
    </>
  );
}
