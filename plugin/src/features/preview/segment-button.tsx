import { forwardRef, type KeyboardEvent } from "react";
import { Box } from "@twilio-paste/core/box";
import { DAY_MINUTES } from "@schedule-manager/shared/time/civil";
import type { PreviewSegment } from "@schedule-manager/shared/editing/preview/week";
import type { BlockEdge } from "./block-edges";
import { COLORS, lookOf, PATTERNS } from "./segment-style";

interface Props {
  readonly segment: PreviewSegment;
  /** The place among the day's segments. */
  readonly index: number;
  /** The whole description, for screen readers. */
  readonly label: string;
  /** Shown inside the button if it fits. */
  readonly text: string;
  readonly chosen: boolean;
  /** Whether the Tab key reaches this segment. */
  readonly inTabOrder: boolean;
  /** The edges that stretch the block; null: the block cannot be moved. */
  readonly edges: readonly BlockEdge[] | null;
  /** The element that describes the keys of a block that can be moved. */
  readonly describedBy: string;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

/** The minutes that a line of text needs. */
const ROOM = 75;
const LEFT = { only: "0%", first: "0%", second: "50%" } as const;
/** px */
const EDGE = 6;

const percent = (minutes: number): string => `${(minutes / DAY_MINUTES) * 100}%`;

/** A segment of a day. When clocks go back, the repeated hour's segments are side by side. */
export const SegmentButton = forwardRef<HTMLButtonElement, Props>(function SegmentButton(props, ref) {
  const { segment, index, label, text, chosen, inTabOrder, edges, describedBy, onChoose, onKeyDown, onBlur } =
    props;
  const { startMinute, endMinute, pass } = segment;
  const look = lookOf(segment);
  const colors = COLORS[look];
  return (
    <div
      data-segment={index}
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
        data-block=""
        aria-label={label}
        aria-pressed={chosen}
        title={label}
        tabIndex={inTabOrder ? 0 : -1}
        aria-describedby={edges === null ? undefined : describedBy}
        onClick={onChoose}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        display="flex"
        alignItems="flex-start"
        width="100%"
        height="100%"
        paddingX="space20"
        paddingY="space10"
        overflow="hidden"
        textAlign="left"
        cursor={edges === null ? "pointer" : "grab"}
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
        style={PATTERNS[look]}
      >
        {endMinute - startMinute >= ROOM && (
          <Box as="span" data-block-text="" minWidth="size0" overflow="hidden" textOverflow="ellipsis">
            {text}
          </Box>
        )}
      </Box>
      {edges?.map((edge) => (
        <div
          key={edge}
          data-edge={edge}
          style={{
            position: "absolute",
            left: 0,
            right: 0,
            height: EDGE,
            cursor: "ns-resize",
            ...(edge === "start" ? { top: -1 } : { bottom: 0 }),
          }}
        />
      ))}
    </div>
  );
});
