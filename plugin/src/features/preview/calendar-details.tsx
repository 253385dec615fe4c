import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { useTranslate } from "../../services/services";
import { BlockDetails } from "./block-details";
import { type Chosen, segmentIndexOf } from "./calendar-place";
import { DayDetails } from "./day-details";
import type { DayMarks } from "./day-marks";
import type { PreviewedSchedule } from "./previewed-schedule";
import type { BlockEditing } from "./use-block-editing";

interface Props {
  readonly schedule: PreviewedSchedule;
  readonly chosen: Chosen | null;
  readonly marks: DayMarks | undefined;
  readonly onEditRule: ((id: string) => void) | undefined;
  /** The rule whose page shows the calendar, which needs no link. */
  readonly ownRule: string | undefined;
  readonly editing: BlockEditing | null;
  /** On wide screens, stays in sight below days that are higher than the screen. Over a week it would hide blocks. */
  readonly isSticky: boolean;
}

/** What decides the chosen day or block; before, what the person does with a block. */
export function CalendarDetails({ schedule, chosen, marks, onEditRule, ownRule, editing, isSticky }: Props) {
  const t = useTranslate();
  const { daysFrom, summaryOf, ruleName } = schedule;
  const day = chosen === null ? undefined : daysFrom(chosen.day, 1)[0];
  const block = chosen?.block ?? null;
  const segment = block === null ? undefined : day?.segments[segmentIndexOf(day.segments, block)];
  const links = { ruleName, onEditRule, ownRule };
  const message = editing?.message ?? "";
  const isPending = editing !== null && editing.pending !== null;
  return (
    <Box
      minHeight="sizeIcon60"
      display="flex"
      flexDirection="column"
      rowGap="space20"
      position={isSticky ? ["static", "static", "sticky"] : "static"}
      bottom="space0"
      zIndex="zIndex20"
      paddingY="space30"
      backgroundColor="colorBackgroundBody"
      // Days that scroll below it end at a line, not cut.
      borderTopStyle={isSticky ? "solid" : "none"}
      borderTopWidth="borderWidth10"
      borderTopColor="colorBorderWeaker"
    >
      <Box role="status">
        {message !== "" && (
          <Text as="p" fontSize="fontSize20" lineHeight="lineHeight20" fontWeight="fontWeightSemibold">
            {message}
          </Text>
        )}
      </Box>
      <Box role="status">
        {isPending ? null : day === undefined || chosen === null ? (
          <Text as="p" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
            {t("preview.choose")}
          </Text>
        ) : segment === undefined ? (
          <DayDetails summary={summaryOf(chosen.day)} day={day} marks={marks} {...links} />
        ) : (
          <BlockDetails day={chosen.day} segment={segment} editing={editing} {...links} />
        )}
      </Box>
    </Box>
  );
}
