import { Box } from "@twilio-paste/core/box";
import type { DayType } from "@schedule-manager/shared/editing/preview/day-summary";
import { useTranslate } from "../../services/services";
import type { CalendarView } from "./calendar-place";
import { COLORS, PATTERNS, type SegmentLook } from "./segment-style";

const LOOKS: readonly SegmentLook[] = ["open", "closed", "none", "manual"];
const TYPES = [
  "open",
  "shorter",
  "longer",
  "moved",
  "closed",
  "manual",
  "off",
] as const satisfies readonly DayType[];

interface Props {
  readonly view: CalendarView;
  /** Explains the marks of a rule's page. */
  readonly hasMarks: boolean;
}

/** Explains the colors and patterns. */
export function Legend({ view, hasMarks }: Props) {
  const t = useTranslate();
  const items =
    view === "week"
      ? LOOKS.map((look) => ({
          text: t(`preview.${look}`),
          sample: (
            <Box
              data-block=""
              width="sizeIcon10"
              height="sizeIcon05"
              flexShrink={0}
              borderStyle="solid"
              borderWidth="borderWidth10"
              borderRadius="borderRadius10"
              backgroundColor={COLORS[look].backgroundColor}
              borderColor={COLORS[look].borderColor}
              color={COLORS[look].color}
              style={PATTERNS[look]}
            />
          ),
        }))
      : [
          ...TYPES.map((type) => ({
            text: type === "manual" || type === "closed" ? t(`preview.${type}`) : t(`calendar.day.${type}`),
            sample: <span data-look={type} />,
          })),
          ...(hasMarks
            ? [
                { text: t("calendar.mark.rule"), sample: <span data-look="off" data-rule="" /> },
                { text: t("calendar.mark.changed"), sample: <span data-look="off" data-changed="" /> },
              ]
            : []),
        ];
  return (
    <Box
      as="ul"
      display="flex"
      flexWrap="wrap"
      columnGap="space40"
      rowGap="space10"
      margin="space0"
      padding="space0"
      listStyleType="none"
      color="colorTextWeak"
      fontSize="fontSize20"
      lineHeight="lineHeight20"
    >
      {items.map(({ text, sample }) => (
        <Box as="li" key={text} display="flex" alignItems="center" columnGap="space20">
          {sample}
          {text}
        </Box>
      ))}
    </Box>
  );
}
