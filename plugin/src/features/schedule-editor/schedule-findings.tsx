import { useContext } from "react";
import { Box } from "@twilio-paste/core/box";
import type { Finding, FindingCode } from "@schedule-manager/shared/model/finding";
import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { Callout, CalloutText } from "../../ui/fields/callout";
import { useFieldsDisabled } from "../../ui/fields/context";
import { useServices } from "../../services/services";
import { FixContext } from "./fix-context";

/** The findings about a schedule as a whole that no field and no rule shows. */
const SHOWN: ReadonlySet<Finding["code"]> = new Set<FindingCode>([
  "no-opening",
  "holidays-run-out",
  "item-too-large",
]);

/** What is wrong with a schedule as a whole, with its fix. */
export function ScheduleFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const { locale } = useServices();
  const disabled = useFieldsDisabled();
  const fixOf = useContext(FixContext);
  return (
    <>
      {findings
        .filter(({ code, ruleId }) => ruleId === undefined && SHOWN.has(code))
        .map((finding) => (
          <Callout key={finding.code} variant="warning">
            <CalloutText>
              {describeFinding(finding, locale)} {!disabled && <Box as="span">{fixOf(finding)}</Box>}
            </CalloutText>
          </Callout>
        ))}
    </>
  );
}
