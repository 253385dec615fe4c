import { useState } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { HelpText } from "@twilio-paste/core/help-text";
import { Text } from "@twilio-paste/core/text";
import {
  currentManualClose,
  type ManualClose,
  manualCloseOf,
  withManualClose,
} from "@schedule-manager/shared/evaluator/manual-close";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { LiveSchedule } from "../../catalogue/live-items";
import { selectMayToggle } from "../../publishing/selectors";
import { useServices } from "../../services/services";
import { Section } from "../../ui/fields/section";
import { CloseDialog } from "../../ui/manual-close/close-dialog";
import { formatEnd } from "../../ui/manual-close/format-end";
import { useManualClose } from "../../ui/manual-close/use-manual-close";
import { useIsSending } from "../../ui/use-is-sending";

interface Props {
  /** With the draft. */
  readonly schedule: Schedule;
  /** undefined: the schedule is not published yet, so that the draft is closed. */
  readonly live: LiveSchedule | undefined;
  readonly rules: ReadonlyMap<string, Rule>;
  /** ms since the epoch */
  readonly now: number;
  /** Changes the draft of an unpublished schedule. */
  readonly onChange: (schedule: Schedule) => void;
}

/** The manual close of a published schedule, which takes effect at once as in the table. */
export function ManualCloseSection({ schedule, live, rules, now, onChange }: Props) {
  const { t, locale } = useServices();
  const mayToggle = useSelector(selectMayToggle);
  const isSending = useIsSending(itemRef("schedule", schedule.id));
  const { change } = useManualClose();
  const [asking, setAsking] = useState<"close" | "change" | null>(null);
  const shown = live?.value ?? schedule;
  const current = currentManualClose(shown, now);
  const ended = current === null ? manualCloseOf(shown)?.until : undefined;
  const apply = (close: ManualClose | null): void => {
    setAsking(null);
    if (live === undefined) onChange(withManualClose(schedule, close));
    else void change([{ item: live, close }]);
  };
  const press = (label: string, onClick: () => void) => (
    <Button variant="secondary" size="small" loading={isSending} onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <Section title={t("schedule.close")}>
      <Box>
        <Text as="p" fontWeight="fontWeightSemibold">
          {current === null
            ? t("close.off")
            : current.until === undefined
              ? t("close.on")
              : t("close.onUntil", { when: formatEnd(locale, shown.timeZone, current.until) })}
        </Text>
        {current?.note !== undefined && (
          <Text as="p" overflowWrap="anywhere">
            {t(current.isNoteSpoken === true ? "close.noteHeard" : "close.noteSilent", {
              note: current.note,
            })}
          </Text>
        )}
        <HelpText>
          {ended !== undefined
            ? t("schedule.close.ended", { when: formatEnd(locale, shown.timeZone, ended) })
            : t(live === undefined ? "close.unpublished" : "close.help")}
        </HelpText>
      </Box>
      {mayToggle && (
        <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space30">
          {current === null ? (
            press(t("close.button"), () => {
              setAsking("close");
            })
          ) : (
            <>
              {press(t("close.reopen"), () => {
                apply(null);
              })}
              {press(t("close.change"), () => {
                setAsking("change");
              })}
            </>
          )}
        </Box>
      )}
      {asking !== null && (
        <CloseDialog
          schedules={[shown]}
          rulesById={rules}
          current={asking === "change" ? current : null}
          onClose={(closes) => {
            apply(closes.get(shown.id) ?? {});
          }}
          onDismiss={() => {
            setAsking(null);
          }}
        />
      )}
    </Section>
  );
}
