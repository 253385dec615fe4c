import { type MutableRefObject, useMemo, useRef, useState } from "react";
import { weekday } from "@schedule-manager/shared/time/civil";
import {
  blockAt,
  type HoursBlock,
  isSameBlock,
  withBlock,
} from "@schedule-manager/shared/editing/weekly-hours/blocks";
import type { WeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/hours";
import type { PreviewSegment } from "@schedule-manager/shared/editing/preview/week";
import { formatTimes, formatWeekday } from "@schedule-manager/shared/i18n/format-date";
import { useServices } from "../../services/services";
import { useStableCallback } from "../../ui/use-stable-callback";

/** The weekly hours that the week's blocks change. */
export interface EditableHours {
  readonly hours: WeeklyHours;
  /** Ids of the rules that the hours stand for. */
  readonly own: readonly string[];
  /** Ids of weekly rules that the hours leave out because they are used elsewhere. */
  readonly shared: readonly string[];
  readonly onChange: (hours: WeeklyHours) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** A change that is shown and not made yet. `before` null: the block is new. */
interface PendingEdit {
  readonly before: HoursBlock | null;
  readonly after: HoursBlock;
}

export interface BlockEditing {
  readonly editable: EditableHours;
  readonly pending: PendingEdit | null;
  readonly setPending: (edit: PendingEdit | null) => void;
  /** The block of the weekly hours that a segment of a day shows; null: it shows something else. */
  readonly blockOf: (day: number, segment: PreviewSegment) => HoursBlock | null;
  /** Changes the weekly hours. `after` null: removes the block. */
  readonly keep: (before: HoursBlock | null, after: HoursBlock | null) => void;
  /** Makes the pending change. */
  readonly keepPending: () => void;
  /** What the person does, or did last. */
  readonly message: string;
  /** Receives the focus once the week shows the change. */
  readonly focusOn: MutableRefObject<HoursBlock | null>;
}

/**
 * Edits the weekly hours by their blocks in the week.
 * @param onKept gets the changed or removed block
 */
export function useBlockEditing(
  editable: EditableHours | undefined,
  onKept: (block: HoursBlock) => void,
): BlockEditing | null {
  const { t, locale } = useServices();
  const [pending, show] = useState<PendingEdit | null>(null);
  const [done, setDone] = useState("");
  // A blur asks for the pending change before React renders that there is none.
  const latest = useRef<PendingEdit | null>(null);
  const focusOn = useRef<HoursBlock | null>(null);
  const values = ({ weekday: day, range }: HoursBlock) => ({
    day: formatWeekday(locale, day),
    times: formatTimes(locale, range.start, range.end),
  });
  const setPending = useStableCallback((edit: PendingEdit | null): void => {
    latest.current = edit;
    show(edit);
    setDone("");
  });
  const keep = useStableCallback((before: HoursBlock | null, after: HoursBlock | null): void => {
    setPending(null);
    const at = after ?? before;
    if (editable === undefined || at === null) return;
    if (before !== null && after !== null && isSameBlock(before, after)) return;
    focusOn.current = at;
    editable.onChange(withBlock(editable.hours, before, after));
    onKept(at);
    setDone(t(after === null ? "calendar.hours.removed" : "calendar.hours.kept", values(at)));
  });
  const keepPending = useStableCallback((): void => {
    if (latest.current !== null) keep(latest.current.before, latest.current.after);
  });
  const blockOf = useMemo(() => {
    const own = new Set(editable?.own);
    return (day: number, { ruleId, startMinute }: PreviewSegment): HoursBlock | null =>
      editable === undefined || ruleId === null || !own.has(ruleId)
        ? null
        : blockAt(editable.hours, weekday(day), startMinute);
  }, [editable]);
  if (editable === undefined) return null;
  const message = pending === null ? done : t("calendar.hours.pending", values(pending.after));
  return { editable, pending, setPending, blockOf, keep, keepPending, message, focusOn };
}
