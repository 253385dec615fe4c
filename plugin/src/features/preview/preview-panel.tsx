import { useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Separator } from "@twilio-paste/core/separator";
import { Text } from "@twilio-paste/core/text";
import { decidingClose } from "@schedule-manager/shared/evaluator/manual-close";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { nextOpenChange } from "@schedule-manager/shared/evaluator/next-change";
import { describeStatusAndNext } from "@schedule-manager/shared/i18n/describe-status";
import { weekStart } from "../../i18n/week-start";
import { Section } from "../../ui/fields/section";
import { FieldsDisabled } from "../../ui/fields/context";
import { zoneForFormat } from "../../ui/manual-close/format-end";
import { useServices } from "../../services/services";
import { useStableCallback } from "../../ui/use-stable-callback";
import { formatInstant } from "@schedule-manager/shared/i18n/format-date";
import { AskForm } from "./ask-form";
import { Calendar } from "./calendar";
import { type CalendarPlace, describePeriod } from "./calendar-place";
import { usePreviewedSchedule } from "./previewed-schedule";
import type { EditableHours } from "./use-block-editing";
import { PrintArea } from "./print-area";
import { ViewButtons } from "./view-buttons";
import { WeekAsTable } from "./week-as-table";

interface Props {
  readonly schedule: Schedule;
  /** All rules, with drafts. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** ms since the epoch. */
  readonly now: number;
  readonly onEditRule?: ((id: string) => void) | undefined;
  /** The weekly hours, where the person may change them in the calendar. */
  readonly editable?: EditableHours | undefined;
}

const MOMENT = { dateStyle: "full", timeStyle: "short" } as const;

/** Previews a schedule with its draft: now, in a calendar, and at any time. */
export function PreviewPanel({ schedule, rules, now, onEditRule, editable }: Props) {
  const { t, locale, firstWeekday } = useServices();
  const shown = usePreviewedSchedule(schedule, rules, now);
  const { compiled, daysFrom, ruleName, today, minute } = shown;
  const [place, setPlace] = useState<CalendarPlace>({ view: "week", day: today, chosen: null });
  const onAsk = useStableCallback((day: number, startMinute: number): void => {
    setPlace({ ...place, day, chosen: { day, block: { startMinute, pass: "only" } } });
  });
  const week = useMemo(
    () => daysFrom(weekStart(place.day, firstWeekday), 7),
    [daysFrom, place.day, firstWeekday],
  );
  const decision = evaluate(compiled, now);
  const status = describeStatusAndNext(
    decision,
    nextOpenChange(compiled, now),
    schedule.timeZone,
    now,
    locale,
    decidingClose(schedule, decision),
  );
  const zone = schedule.timeZone.replaceAll("_", " ");
  const about = `${zone} · ${formatInstant(locale, zoneForFormat(schedule.timeZone), now, MOMENT)}`;
  return (
    // The preview stays usable while somebody else edits the schedule.
    <FieldsDisabled value={false}>
      <Box display="flex" flexDirection="column" rowGap="space60">
        <PrintArea title={schedule.name} about={about}>
          <Section title={t("preview.title")} aside={<ViewButtons place={place} onPlace={setPlace} />}>
            <Box>
              <Text as="p" fontWeight="fontWeightSemibold">
                {t("preview.now", { status })}
              </Text>
              <Text as="p" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
                {t("preview.about")}
              </Text>
            </Box>
            <Calendar
              schedule={shown}
              place={place}
              onPlace={setPlace}
              onEditRule={onEditRule}
              editable={editable}
            />
            {place.view === "week" && (
              <WeekAsTable
                days={week}
                label={describePeriod("week", place.day, firstWeekday, t, locale)}
                ruleName={ruleName}
              />
            )}
          </Section>
        </PrintArea>
        <Separator orientation="horizontal" />
        <AskForm schedule={compiled} ruleName={ruleName} today={today} minute={minute} onAsk={onAsk} />
      </Box>
    </FieldsDisabled>
  );
}
