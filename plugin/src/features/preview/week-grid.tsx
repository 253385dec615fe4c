import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import type { PreviewDay, PreviewSegment } from "@schedule-manager/shared/editing/preview/week";
import { formatMinute } from "@schedule-manager/shared/i18n/format-date";
import { useServices } from "../../services/services";
import { DAY_HEIGHT, DayColumn, GRID_HOURS } from "./day-column";
import { SegmentButton } from "./segment-button";
import { describeSegment } from "./describe-segment";

export interface GridPosition {
  readonly day: number;
  readonly segment: number;
}

interface Props {
  readonly days: readonly PreviewDay[];
  readonly label: string;
  readonly ruleName: (id: string) => string;
  /** The current civil day and minute of day. */
  readonly today: number;
  readonly minute: number;
  /** The indexes of the day and its segment. */
  readonly chosen: GridPosition | null;
  readonly onChoose: (place: GridPosition) => void;
}

const HOURS = Array.from({ length: 24 / GRID_HOURS + 1 }, (_, index) => index * GRID_HOURS);

/** The segment of a day that contains a minute of day. */
const segmentIndexAt = (day: PreviewDay | undefined, minute: number): number =>
  Math.max(
    0,
    day?.segments.findIndex((segment) => minute >= segment.startMinute && minute < segment.endMinute) ?? 0,
  );

/** A week as a grid with one tab stop; the arrow keys move within it. */
export function WeekGrid({ days, label, ruleName, today, minute, chosen, onChoose }: Props) {
  const { t, locale } = useServices();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const first = useMemo(
    (): GridPosition => ({
      day: Math.max(
        0,
        days.findIndex((day) => day.day === today),
      ),
      segment: 0,
    }),
    [days, today],
  );
  const [focused, setFocused] = useState<GridPosition | null>(null);
  const inTabOrder = focused ?? chosen ?? first;

  const go = (place: GridPosition): void => {
    setFocused(place);
    buttons.current.get(`${place.day} ${place.segment}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, at: GridPosition, segment: PreviewSegment): void => {
    const across = (by: number): GridPosition | null => {
      for (let day = at.day + by; day >= 0 && day < days.length; day += by)
        if (days[day]?.segments.length)
          return { day, segment: segmentIndexAt(days[day], segment.startMinute) };
      return null;
    };
    const along = (by: number): GridPosition | null =>
      days[at.day]?.segments[at.segment + by] === undefined
        ? null
        : { day: at.day, segment: at.segment + by };
    const ways: Readonly<Record<string, () => GridPosition | null>> = {
      ArrowUp: () => along(-1),
      ArrowDown: () => along(1),
      ArrowLeft: () => across(-1),
      ArrowRight: () => across(1),
    };
    const to = ways[event.key]?.();
    if (to === undefined) return;
    event.preventDefault();
    if (to !== null) go(to);
  };

  return (
    <Box display="flex" role="group" aria-label={label}>
      <Box aria-hidden="true" flexShrink={0} paddingRight="space20">
        <Box paddingBottom="space20" visibility="hidden">
          <Text as="div" fontSize="fontSize20" lineHeight="lineHeight10">
            0
          </Text>
          <Text as="div" fontSize="fontSize20" lineHeight="lineHeight10">
            0
          </Text>
          <Text as="div" fontSize="fontSize10" lineHeight="lineHeight10">
            0
          </Text>
        </Box>
        <div style={{ position: "relative", height: DAY_HEIGHT, minWidth: 40 }}>
          {HOURS.map((hour) => (
            <div
              key={hour}
              style={{
                position: "absolute",
                right: 0,
                top: (hour / 24) * DAY_HEIGHT - 7,
                whiteSpace: "nowrap",
              }}
            >
              <Text as="span" fontSize="fontSize10" lineHeight="lineHeight10" color="colorTextWeak">
                {formatMinute(locale, hour * 60)}
              </Text>
            </div>
          ))}
        </div>
      </Box>
      {days.map((day, dayIndex) => (
        <DayColumn
          key={day.day}
          day={day}
          isToday={day.day === today}
          now={day.day === today ? minute : null}
        >
          {day.segments.map((segment, index) => {
            const at = { day: dayIndex, segment: index };
            const description = describeSegment(segment, day.day, ruleName, t, locale);
            const key = `${dayIndex} ${index}`;
            return (
              <SegmentButton
                key={key}
                ref={(button) => {
                  if (button === null) buttons.current.delete(key);
                  else buttons.current.set(key, button);
                }}
                segment={segment}
                label={description.all}
                text={segment.ruleId === null ? "" : ruleName(segment.ruleId)}
                chosen={chosen?.day === dayIndex && chosen.segment === index}
                inTabOrder={inTabOrder.day === dayIndex && inTabOrder.segment === index}
                onChoose={() => {
                  setFocused(at);
                  onChoose(at);
                }}
                onKeyDown={(event) => {
                  onKeyDown(event, at, segment);
                }}
              />
            );
          })}
        </DayColumn>
      ))}
    </Box>
  );
}
