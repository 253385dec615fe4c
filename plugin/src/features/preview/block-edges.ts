import { DAY_MINUTES, weekday } from "@schedule-manager/shared/time/civil";
import type { HoursBlock } from "@schedule-manager/shared/editing/weekly-hours/blocks";
import type { PreviewSegment } from "@schedule-manager/shared/editing/preview/week";

export type BlockEdge = "start" | "end";

/** The ends of a block that a segment of a day shows. Another rule may cut the block elsewhere. */
export function edgesOf(block: HoursBlock, day: number, segment: PreviewSegment): readonly BlockEdge[] {
  const { start, end } = block.range;
  const isTail = block.weekday !== weekday(day);
  const shownEnd = isTail ? end - DAY_MINUTES : end;
  return [
    ...(!isTail && segment.startMinute === start ? (["start"] as const) : []),
    ...(segment.endMinute === shownEnd ? (["end"] as const) : []),
  ];
}
