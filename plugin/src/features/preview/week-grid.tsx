import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";
import { Box } from "@twilio-paste/core/box";
import { weekday } from "@schedule-manager/shared/time/civil";
import type { PreviewDay } from "@schedule-manager/shared/editing/preview/week";
import { useServices } from "../../services/services";
import { edgesOf } from "./block-edges";
import { BlockGhost } from "./block-ghost";
import { keyedBlock } from "./block-keys";
import { DayColumn } from "./day-column";
import { describeSegment } from "./describe-segment";
import { HourAxis } from "./hour-axis";
import { SegmentButton } from "./segment-button";
import { useBlockDrag } from "./use-block-drag";
import type { BlockEditing } from "./use-block-editing";
import { type GridPosition, segmentIndexAt, useRovingSegments } from "./use-roving-segments";

interface Props {
  readonly days: readonly PreviewDay[];
  readonly label: string;
  readonly ruleName: (id: string) => string;
  /** The current civil day and minute of day. */
  readonly today: number;
  readonly minute: number;
  readonly chosen: GridPosition | null;
  readonly onChoose: (place: GridPosition) => void;
  /** null: the week is only shown. */
  readonly editing: BlockEditing | null;
  /** The element that describes the keys of a block. */
  readonly describedBy: string;
}

/** A week as a grid. Blocks of the weekly hours can be moved; the others have one tab stop together. */
export function WeekGrid(props: Props) {
  const { days, label, ruleName, today, minute, chosen, onChoose, editing, describedBy } = props;
  const { t, locale } = useServices();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const blockOf = editing?.blockOf;
  const pending = editing?.pending ?? null;
  const blockAt = useCallback(
    ({ day, segment }: GridPosition) => {
      const [shown, one] = [days[day], days[day]?.segments[segment]];
      return shown === undefined || one === undefined ? null : (blockOf?.(shown.day, one) ?? null);
    },
    [days, blockOf],
  );
  const takesPart = useCallback((place: GridPosition) => blockAt(place) === null, [blockAt]);
  const { tabStop, setFocused, next } = useRovingSegments(days, today, chosen, takesPart);
  const drag = useBlockDrag(days, editing);
  const focus = (place: GridPosition): void => {
    buttons.current.get(`${place.day} ${place.segment}`)?.focus();
  };
  const focusOn = editing?.focusOn;
  useEffect(() => {
    const block = focusOn?.current ?? null;
    if (focusOn === undefined || block === null) return;
    focusOn.current = null;
    const day = days.findIndex((one) => weekday(one.day) === block.weekday);
    focus({ day, segment: segmentIndexAt(days[day], block.range.start) });
  }, [days, focusOn]);

  const onBlockKey = (event: KeyboardEvent, at: GridPosition): boolean => {
    const block = blockAt(at);
    if (editing === null || block === null) return false;
    const { setPending, keep, keepPending } = editing;
    const after = keyedBlock(event, pending?.after ?? block);
    if (after !== null) setPending({ before: block, after });
    else if (event.key === "Delete" || event.key === "Backspace") keep(block, null);
    else if (event.key === "Escape" && pending !== null) setPending(null);
    else if (event.key === "Enter" && pending !== null) keepPending();
    else return false;
    // Escape would also close what is around the calendar.
    event.stopPropagation();
    event.preventDefault();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent, at: GridPosition): void => {
    if (onBlockKey(event, at) || blockAt(at) !== null) return;
    const to = next(event, at);
    if (to === undefined) return;
    event.preventDefault();
    if (to === null) return;
    setFocused(to);
    focus(to);
  };

  return (
    <Box display="flex" role="group" aria-label={label} onClickCapture={drag.onClickCapture}>
      <HourAxis />
      {days.map((day, dayIndex) => (
        <DayColumn
          key={day.day}
          day={day}
          isToday={day.day === today}
          now={day.day === today ? minute : null}
          onPointerDown={(event) => {
            drag.onPointerDown(event, dayIndex);
          }}
        >
          {day.segments.map((segment, index) => {
            const at = { day: dayIndex, segment: index };
            const description = describeSegment(segment, day.day, ruleName, t, locale);
            const key = `${dayIndex} ${index}`;
            const block = blockAt(at);
            return (
              <SegmentButton
                key={key}
                ref={(button) => {
                  if (button === null) buttons.current.delete(key);
                  else buttons.current.set(key, button);
                }}
                segment={segment}
                index={index}
                label={description.all}
                text={segment.ruleId === null ? "" : ruleName(segment.ruleId)}
                chosen={chosen?.day === dayIndex && chosen.segment === index}
                inTabOrder={block !== null || (tabStop?.day === dayIndex && tabStop.segment === index)}
                edges={block === null ? null : edgesOf(block, day.day, segment)}
                describedBy={describedBy}
                onChoose={() => {
                  setFocused(at);
                  onChoose(at);
                }}
                onKeyDown={(event) => {
                  onKeyDown(event, at);
                }}
                onBlur={() => editing?.keepPending()}
              />
            );
          })}
          {pending !== null && <BlockGhost block={pending.after} day={day.day} />}
        </DayColumn>
      ))}
    </Box>
  );
}
