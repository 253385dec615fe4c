import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { formatNames } from "../../i18n/format-names";
import { sortedNames } from "../../i18n/sorted-names";
import { useServices } from "../../services/services";
import { Callout, CalloutText } from "../../ui/fields/callout";

interface Props {
  /** The schedules that use the rule. */
  readonly schedules: readonly Schedule[];
  /** The schedule from which the rule was opened; undefined: none, or it can't be changed. */
  readonly from: Schedule | undefined;
  /** Makes a copy for that schedule alone. */
  readonly onOwn: (scheduleId: string) => void;
}

/** Says that a change applies to several schedules, and offers to change the rule for one of them only. */
export function SharedRule({ schedules, from, onOwn }: Props) {
  const { t, locale } = useServices();
  if (schedules.length < 2) return null;
  const names = formatNames(locale, sortedNames(schedules, locale), t);
  return (
    <Callout variant="neutral">
      <CalloutText>{t("rule.shared", { count: schedules.length, names })}</CalloutText>
      {from !== undefined && (
        <Box marginTop="space20">
          <Button
            variant="secondary"
            size="small"
            onClick={() => {
              onOwn(from.id);
            }}
          >
            {t("rule.own", { name: from.name })}
          </Button>
        </Box>
      )}
    </Callout>
  );
}
