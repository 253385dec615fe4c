import { Badge } from "@twilio-paste/core/badge";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import type { Finding } from "@schedule-manager/shared/model/finding";
import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { useServices } from "../../services/services";

/** The findings worth showing in a table; the editor shows the minor ones. */
export const seriousFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity !== "info");

/** The number of problems; a tooltip lists them. */
export function Problems({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, locale } = useServices();
  const shown = seriousFindings(findings);
  if (shown.length === 0) return null;
  const worst = shown.some(({ severity }) => severity === "error") ? "error" : "warning";
  const texts = shown.map((finding) => describeFinding(finding, locale));
  return (
    <span title={texts.join("\n")}>
      <Badge as="span" size="small" variant={worst}>
        {t("table.problems", { count: shown.length })}
      </Badge>
      <ScreenReaderOnly>{texts.join(" ")}</ScreenReaderOnly>
    </span>
  );
}
