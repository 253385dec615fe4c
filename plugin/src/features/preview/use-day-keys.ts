import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { monthOf, monthStart } from "@schedule-manager/shared/time/civil";
import { weekStart } from "../../i18n/week-start";
import { isInCalendar } from "./calendar-place";

/** The same date of another month, or its last day. */
function inMonth(day: number, by: number): number {
  const month = monthOf(day);
  const date = day - monthStart(month);
  return Math.min(monthStart(month + by) + date, monthStart(month + by + 1) - 1);
}

/** The day that a key goes to; null: the key does something else. */
function target(event: KeyboardEvent, day: number, firstWeekday: number): number | null {
  switch (event.key) {
    case "ArrowLeft":
      return day - 1;
    case "ArrowRight":
      return day + 1;
    case "ArrowUp":
      return day - 7;
    case "ArrowDown":
      return day + 7;
    case "Home":
      return weekStart(day, firstWeekday);
    case "End":
      return weekStart(day, firstWeekday) + 6;
    case "PageUp":
      return inMonth(day, event.shiftKey ? -12 : -1);
    case "PageDown":
      return inMonth(day, event.shiftKey ? 12 : 1);
    default:
      return null;
  }
}

interface DayKeys {
  /** The day with the one tab stop. */
  readonly tabStop: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/** The day of a button; NaN, which no period contains, of anything else. */
const dayOf = ({ target: at }: { readonly target: EventTarget }): number =>
  Number((at as HTMLElement).dataset["day"]);

/**
 * Moves the focus over the days of months, as the ARIA practices describe for date grids. Days are buttons with
 * `data-day`.
 * @param first the first day that is shown
 * @param last the last one
 * @param onLeave shows the period of a day outside
 */
export function useDayKeys(
  container: RefObject<HTMLElement>,
  { first, last, start, firstWeekday }: Readonly<Record<"first" | "last" | "start" | "firstWeekday", number>>,
  onLeave: (day: number) => void,
): DayKeys {
  const [focused, setFocused] = useState(NaN);
  const wanted = useRef<number | null>(null);
  const shown = (day: number): boolean => day >= first && day <= last;
  const focus = useCallback(
    (day: number): void => {
      container.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    },
    [container],
  );
  useEffect(() => {
    if (wanted.current === null) return;
    focus(wanted.current);
    wanted.current = null;
  }, [first, focus]);
  return {
    tabStop: shown(focused) ? focused : start,
    onFocus: (event) => {
      setFocused(dayOf(event));
    },
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const day = target(event, dayOf(event), firstWeekday);
      if (day === null || !isInCalendar(day)) return;
      event.preventDefault();
      if (shown(day)) {
        focus(day);
        return;
      }
      wanted.current = day;
      onLeave(day);
    },
  };
}
