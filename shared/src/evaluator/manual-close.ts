import { parseInstant } from "../time/instant";
import { type Decision, REASON_MANUAL, type Schedule } from "../model/model";

/** The manual close of a schedule without its on and off. */
export interface ManualClose {
  /** ISO 8601 with an offset; absent: until somebody reopens the schedule. */
  readonly until?: string;
  readonly note?: string;
  readonly isNoteSpoken?: boolean;
}

/** The stored manual close; null: off. */
export function manualCloseOf({
  manualClose,
  manualCloseUntil,
  manualNote,
  manualNoteSpoken,
}: Omit<Schedule, "id">): ManualClose | null {
  if (!manualClose) return null;
  return {
    ...(manualCloseUntil ? { until: manualCloseUntil } : {}),
    ...(manualNote ? { note: manualNote } : {}),
    ...(manualNote && manualNoteSpoken === true ? { isNoteSpoken: true } : {}),
  };
}

/**
 * The manual close in effect; null: none, or its end has passed. An end that cannot be read never comes, as in
 * the evaluator.
 * @param now ms since the epoch
 */
export function currentManualClose(schedule: Omit<Schedule, "id">, now: number): ManualClose | null {
  const close = manualCloseOf(schedule);
  const end = close?.until === undefined ? null : parseInstant(close.until);
  return end !== null && end <= now ? null : close;
}

/** The schedule with another manual close. null: reopened, without the end and the note. */
export function withManualClose<T extends Omit<Schedule, "id">>(schedule: T, close: ManualClose | null): T {
  const { manualCloseUntil: _until, manualNote: _note, manualNoteSpoken: _spoken, ...rest } = schedule;
  const fields: Partial<Schedule> = {
    manualClose: close !== null,
    ...(close?.until ? { manualCloseUntil: close.until } : {}),
    ...(close?.note ? { manualNote: close.note } : {}),
    ...(close?.note && close.isNoteSpoken === true ? { manualNoteSpoken: true } : {}),
  };
  // Adds and removes optional fields only.
  return { ...rest, ...fields } as T;
}

/** The manual close that decided; null: something else decided. */
export const decidingClose = (schedule: Omit<Schedule, "id">, decision: Decision): ManualClose | null =>
  decision.ruleId === null && decision.closedReason === REASON_MANUAL ? manualCloseOf(schedule) : null;
