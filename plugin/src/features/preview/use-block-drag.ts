import { type MouseEvent, type PointerEvent as ReactPointerEvent, useEffect, useRef } from "react";
import { DAY_MINUTES, weekday } from "@schedule-manager/shared/time/civil";
import {
  drawnBlock,
  type HoursBlock,
  movedBlock,
  QUARTER,
  stretchedBlock,
} from "@schedule-manager/shared/editing/weekly-hours/blocks";
import type { PreviewDay } from "@schedule-manager/shared/editing/preview/week";
import { isFree } from "./segment-style";
import type { BlockEditing } from "./use-block-editing";

/** px. A shorter movement is a click. */
const THRESHOLD = 4;

interface Dragging {
  readonly onPointerDown: (event: ReactPointerEvent<HTMLElement>, column: number) => void;
  /** Keeps the click that ends a drag from choosing a block. */
  readonly onClickCapture: (event: MouseEvent) => void;
}

/**
 * Draws, moves and stretches blocks by mouse. Columns of days have `data-column`, segments `data-segment`, the edges of
 * blocks `data-edge`. A finger scrolls instead.
 */
export function useBlockDrag(days: readonly PreviewDay[], editing: BlockEditing | null): Dragging {
  const stop = useRef<() => void>(() => undefined);
  const dragged = useRef(false);
  useEffect(
    () => () => {
      stop.current();
    },
    [],
  );

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>, column: number): void => {
    if (editing === null || event.button !== 0 || event.pointerType === "touch") return;
    const at = event.target as HTMLElement;
    const day = days[column];
    const segment = day?.segments[Number(at.closest<HTMLElement>("[data-segment]")?.dataset["segment"])];
    if (day === undefined || segment === undefined) return;
    const block = editing.blockOf(day.day, segment);
    if (block === null && !isFree(segment)) return;

    const { top, height } = event.currentTarget.getBoundingClientRect();
    const columns = [...(event.currentTarget.parentElement?.parentElement?.children ?? [])]
      .filter((one) => one.querySelector("[data-column]") !== null)
      .map((one) => one.getBoundingClientRect());
    const minuteAt = ({ clientY }: { readonly clientY: number }): number =>
      Math.min(Math.max(((clientY - top) / height) * DAY_MINUTES, 0), DAY_MINUTES);
    const columnAt = (x: number): number => {
      const found = columns.findIndex(({ right }) => x < right);
      return found === -1 ? columns.length - 1 : found;
    };
    const edge = at.dataset["edge"];
    const begin = { x: event.clientX, y: event.clientY, minute: minuteAt(event) };
    let after: HoursBlock | null = null;

    const afterMove = (moved: PointerEvent): HoursBlock => {
      const minutes = Math.round((minuteAt(moved) - begin.minute) / QUARTER) * QUARTER;
      if (block === null) return drawnBlock(weekday(day.day), begin.minute, minuteAt(moved));
      if (edge === "start" || edge === "end") return stretchedBlock(block, edge, minutes);
      return movedBlock(block, columnAt(moved.clientX) - column, minutes);
    };
    const move = (moved: PointerEvent): void => {
      const distance = Math.hypot(moved.clientX - begin.x, moved.clientY - begin.y);
      if (after === null && distance < THRESHOLD) return;
      after = afterMove(moved);
      editing.setPending({ before: block, after });
    };
    const cancel = (): void => {
      stop.current();
      editing.setPending(null);
    };
    const up = (): void => {
      stop.current();
      if (after === null) return;
      dragged.current = true;
      // The click follows at once, if the pointer is still in the grid.
      setTimeout(() => (dragged.current = false));
      editing.keep(block, after);
    };
    const escape = (pressed: KeyboardEvent): void => {
      if (pressed.key !== "Escape") return;
      pressed.stopPropagation();
      cancel();
    };
    stop.current = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", escape, true);
      stop.current = () => undefined;
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", escape, true);
  };
  return {
    onPointerDown,
    onClickCapture: (event) => {
      if (!dragged.current) return;
      dragged.current = false;
      event.stopPropagation();
    },
  };
}
