import type { KeyboardEvent } from "react";
import {
  type HoursBlock,
  movedBlock,
  QUARTER,
  stretchedBlock,
} from "@schedule-manager/shared/editing/weekly-hours/blocks";

/** The block that an arrow key moves, or stretches with Shift; null: the key does something else. */
export function keyedBlock(
  { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent,
  block: HoursBlock,
): HoursBlock | null {
  if (altKey || ctrlKey || metaKey) return null;
  switch (key) {
    case "ArrowUp":
      return shiftKey ? stretchedBlock(block, "end", -QUARTER) : movedBlock(block, 0, -QUARTER);
    case "ArrowDown":
      return shiftKey ? stretchedBlock(block, "end", QUARTER) : movedBlock(block, 0, QUARTER);
    case "ArrowLeft":
      return shiftKey ? stretchedBlock(block, "start", -QUARTER) : movedBlock(block, -1, 0);
    case "ArrowRight":
      return shiftKey ? stretchedBlock(block, "start", QUARTER) : movedBlock(block, 1, 0);
    default:
      return null;
  }
}
