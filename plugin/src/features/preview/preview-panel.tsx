import { useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Separator } from "@twilio-paste/core/separator";
import { Text } from "@twilio-paste/core/text";
import { decidingClose } from "@schedule-manager/shared/evaluator/manual-close";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { nextOpenChange } from "@schedule-manager/shared/evaluator/next-change";
import { describeStatusAndNext } from "@schedule-manager/shared/i18n/describe-status";
import { FieldsDisabled } from "../../ui/fields/context";
import { useServices } from "../../services/services";
import { useStableCallback } from "../../ui/use-stable-callback";
import { AskForm } from "./ask-form";
import type { CalendarPlace } from "./calendar-place";
import { usePreviewedSchedule } from "./previewed-schedule";
import type { EditableHours } from "./use-block-editing";
import { describePrinted } from "./describe-printed";
import { PrintableCalendar } from "./printable-calendar";

interface Props {
  readonly schedule: Schedule;
  /** All rules, with drafts. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** ms since the epoch. */
  readonly now: number;
  readonly onEditRule?: ((id: string) => void) | undefined;
  /** Whether the schedule or its rules have unpublished changes. Default: no. */
  readonly hasDrafts?: boolean;
  /** The weekly hours, where the person may change them in the calendar. */
  readonly editable?: EditableHours | undefined;
}

/** Previews a schedule with its draft: now, in a calendar, and at any time. */
export function PreviewPanel({ schedule, rules, now, onEditRule, hasDrafts = false, editable }: Props) {
  const { t, locale } = useServices();
  const shown = usePreviewedSchedule(schedule, rules, now);
  const { compiled, ruleName, today, minute } = shown;
  const about = hasDrafts ? (["preview.zone", "preview.drafts"] as const) : (["preview.zone"] as const);
  const [place, setPlace] = useState<CalendarPlace>({ view: "week", day: today, chosen: null });
  const onAsk = useStableCallback((day: number, startMinute: number): void => {
    setPlace({ ...place, day, chosen: { day, block: { startMinute, pass: "only" } } });
  });
  const decision = evaluate(compiled, now);
  const status = describeStatusAndNext(
    decision,
    nextOpenChange(compiled, now),
    schedule.timeZone,
    now,
    locale,
    decidingClose(schedule, decision),
  );
  return (
    // The preview stays usable while somebody else edits the schedule.
    <FieldsDisabled value={false}>
      <Box display="flex" flexDirection="column" rowGap="space60">
        <PrintableCalendar
          title={schedule.name}
          about={describePrinted(locale, schedule.timeZone, now)}
          schedule={shown}
          place={place}
          onPlace={setPlace}
          onEditRule={onEditRule}
          editable={editable}
        >
          <Box>
            <Text as="p" fontWeight="fontWeightSemibold">
              {t("preview.now", { status })}
            </Text>
            {about.map((key) => (
              <Text key={key} as="p" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
                {t(key)}
              </Text>
            ))}
          </Box>
        </PrintableCalendar>
        <Separator orientation="horizontal" />
        <AskForm schedule={compiled} ruleName={ruleName} today={today} minute={minute} onAsk={onAsk} />
      </Box>
    </FieldsDisabled>
  );
}
