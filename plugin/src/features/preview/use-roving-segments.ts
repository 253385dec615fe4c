import { type KeyboardEvent, useMemo, useState } from "react";
import type { PreviewDay } from "@schedule-manager/shared/editing/preview/week";

/** The indexes of a day of the week and of its segment. */
export interface GridPosition {
  readonly day: number;
  readonly segment: number;
}

/** The segment of a day that contains a minute of day. */
export const segmentIndexAt = (day: PreviewDay | undefined, minute: number): number =>
  Math.max(
    0,
    day?.segments.findIndex((segment) => minute >= segment.startMinute && minute < segment.endMinute) ?? 0,
  );

interface Roving {
  /** The segment with the week's one tab stop, apart from the blocks that have their own. */
  readonly tabStop: GridPosition | null;
  readonly setFocused: (place: GridPosition) => void;
  /** The segment to which an arrow key goes; null: there is none; undefined: the key does something else. */
  readonly next: (event: KeyboardEvent, at: GridPosition) => GridPosition | null | undefined;
}

/**
 * One tab stop for the segments of a week; the arrow keys move within it.
 * @param takesPart whether a segment takes part; the arrow keys of the others move the segment itself
 */
export function useRovingSegments(
  days: readonly PreviewDay[],
  today: number,
  chosen: GridPosition | null,
  takesPart: (place: GridPosition) => boolean,
): Roving {
  const [focused, setFocused] = useState<GridPosition | null>(null);
  const first = useMemo((): GridPosition | null => {
    const from = Math.max(
      0,
      days.findIndex((day) => day.day === today),
    );
    const order = [...days.keys()].map((index) => (from + index) % days.length);
    const places = order.flatMap((day) =>
      (days[day]?.segments ?? []).map((_, segment): GridPosition => ({ day, segment })),
    );
    return places.find(takesPart) ?? null;
  }, [days, today, takesPart]);
  const isThere = (place: GridPosition | null): place is GridPosition =>
    place !== null && days[place.day]?.segments[place.segment] !== undefined && takesPart(place);

  const across = (at: GridPosition, by: number): GridPosition | null => {
    const minute = days[at.day]?.segments[at.segment]?.startMinute ?? 0;
    for (let day = at.day + by; day >= 0 && day < days.length; day += by) {
      const place = { day, segment: segmentIndexAt(days[day], minute) };
      if (isThere(place)) return place;
    }
    return null;
  };
  const along = (at: GridPosition, by: number): GridPosition | null => {
    const many = days[at.day]?.segments.length ?? 0;
    for (let segment = at.segment + by; segment >= 0 && segment < many; segment += by)
      if (isThere({ day: at.day, segment })) return { day: at.day, segment };
    return null;
  };
  return {
    tabStop: [focused, chosen].find(isThere) ?? first,
    setFocused,
    next: ({ key }, at) => {
      if (key === "ArrowUp") return along(at, -1);
      if (key === "ArrowDown") return along(at, 1);
      if (key === "ArrowLeft") return across(at, -1);
      return key === "ArrowRight" ? across(at, 1) : undefined;
    },
  };
}
