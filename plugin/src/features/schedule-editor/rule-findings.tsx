import { useState } from "react";
import { Button } from "@twilio-paste/core/button";
import { HelpText } from "@twilio-paste/core/help-text";
import { useTranslate } from "../../services";

export interface FindingText {
  readonly severity: "error" | "warning" | "info";
  readonly text: string;
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** What validation says of a rule in a schedule: the gravest, and the others when they are asked for. */
export function RuleFindings({ findings }: { readonly findings: readonly FindingText[] }) {
  const t = useTranslate();
  const [all, setAll] = useState(false);
  const sorted = [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const shown = all ? sorted : sorted.slice(0, 1);
  return (
    <>
      {shown.map(({ severity, text }) => (
        <HelpText key={text} variant={severity === "info" ? "default" : severity}>
          {text}
        </HelpText>
      ))}
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
