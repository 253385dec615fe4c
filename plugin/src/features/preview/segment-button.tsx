import { forwardRef, type KeyboardEvent } from "react";
import { Box } from "@twilio-paste/core/box";
import { DAY_MINUTES } from "@schedule-manager/shared/time/civil";
import type { PreviewSegment } from "@schedule-manager/shared/editing/preview/week";
import { COLORS, lookOf } from "./segment-style";

interface Props {
  readonly segment: PreviewSegment;
  /** The whole description, for screen readers. */
  readonly label: string;
  /** Shown inside the button if it fits. */
  readonly text: string;
  readonly chosen: boolean;
  /** Whether this segment has the week's one tab stop. */
  readonly inTabOrder: boolean;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The minutes that a line of text needs. */
const ROOM = 75;
const LEFT = { only: "0%", first: "0%", second: "50%" } as const;

const percent = (minutes: number): string => `${(minutes / DAY_MINUTES) * 100}%`;

/** A segment of a day. When clocks go back, the repeated hour's segments are side by side. */
export const SegmentButton = forwardRef<HTMLButtonElement, Props>(function SegmentButton(props, ref) {
  const { segment, label, text, chosen, inTabOrder, onChoose, onKeyDown } = props;
  const { startMinute, endMinute, pass } = segment;
  const colors = COLORS[lookOf(segment)];
  return (
    <div
      style={{
        position: "absolute",
        top: percent(startMinute),
        height: percent(endMinute - startMinute),
        left: LEFT[pass],
        width: pass === "only" ? "100%" : "50%",
        padding: "0 1px 1px 0",
      }}
    >
      <Box
        as="button"
        type="button"
        ref={ref}
        aria-label={label}
        aria-pressed={chosen}
        title={label}
        tabIndex={inTabOrder ? 0 : -1}
        onClick={onChoose}
        onKeyDown={onKeyDown}
        display="flex"
        alignItems="flex-start"
        width="100%"
        height="100%"
        paddingX="space20"
        paddingY="space10"
        overflow="hidden"
        textAlign="left"
        cursor="pointer"
        fontFamily="inherit"
        fontSize="fontSize10"
        lineHeight="lineHeight10"
        borderStyle="solid"
        borderWidth={chosen ? "borderWidth20" : "borderWidth10"}
        borderRadius="borderRadius10"
        backgroundColor={colors.backgroundColor}
        borderColor={chosen ? "colorBorderPrimary" : colors.borderColor}
        color={colors.color}
        _focusVisible={{ outline: "none", boxShadow: "shadowFocus", zIndex: "zIndex10" }}
      >
        {endMinute - startMinute >= ROOM ? text : ""}
      </Box>
    </div>
  );
});
