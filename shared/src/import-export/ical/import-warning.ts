/** Warnings of a calendar import: everything that was dropped or changed. */
export type ImportWarningCode =
  /** Not imported. */
  | "not-an-event"
  | "unfinished"
  | "start-missing"
  | "end-before-start"
  | "no-duration"
  | "cancelled"
  | "superseded"
  | "duplicate"
  | "rrule-refused"
  | "exrule-unsupported"
  | "zone-unknown"
  | "this-and-future"
  /** Imported, but … */
  | "line-unreadable"
  | "recurrence-mended"
  | "recurrence-empty"
  | "every-month"
  | "date-with-time"
  | "summary-missing"
  | "tentative"
  | "exdate-unmatched"
  | "start-added"
  | "expanded"
  | "seconds-dropped"
  | "zone-differs";

const KEPT: readonly ImportWarningCode[] = [
  "recurrence-mended",
  "recurrence-empty",
  "every-month",
  "date-with-time",
  "line-unreadable",
  "summary-missing",
  "tentative",
  "exdate-unmatched",
  "start-added",
  "expanded",
  "seconds-dropped",
  "zone-differs",
];

export interface ImportWarning {
  /** First line of the event in the file, from 1. */
  readonly line: number;
  readonly uid: string | null;
  readonly summary: string;
  readonly code: ImportWarningCode;
  /** Values for the message: `problem`, `part`, `value`, `zone`, `component`, `until`, `from`, `text`. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Whether the event was imported nevertheless. */
  readonly isImported: boolean;
}

export const importWarning = (
  event: { readonly line: number; readonly uid: string | null; readonly summary: string },
  code: ImportWarningCode,
  params: ImportWarning["params"] = {},
): ImportWarning => ({
  line: event.line,
  uid: event.uid,
  summary: event.summary,
  code,
  params,
  isImported: KEPT.includes(code),
});
