import { type IsoDate, REASON_HOLIDAY } from "../../model/model";
import { textProblem, type TextProblem } from "../../model/text-problem";
import type { TimeRange } from "../weekly-hours/hours";
import { daysOf, type DateSpan, MAX_LISTED_DAYS, readDateSpan, tidySpans } from "./special-day-rules";

/** Dates as typed; `to` empty: one day. */
export interface TypedSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The form for special hours or a closure. */
export interface SpecialDayForm {
  readonly spans: readonly TypedSpan[];
  readonly isOpen: boolean;
  /** At least one; counts only where `isOpen`. */
  readonly ranges: readonly TimeRange[];
  /** Empty: a name is made from dates and times. */
  readonly name: string;
  readonly closedReason: string;
}

export interface SpecialDayFormProblems {
  /** By position in `spans`. */
  readonly spans: readonly ("date-missing" | "end-before-start" | null)[];
  /** More single dates than a rule may list. */
  readonly isTooLong: boolean;
  readonly name: TextProblem | null;
  readonly closedReason: TextProblem | null;
}

export const newSpecialDayForm = (): SpecialDayForm => ({
  spans: [{ from: "", to: "" }],
  isOpen: false,
  ranges: [{ start: 9 * 60, end: 17 * 60 }],
  name: "",
  closedReason: REASON_HOLIDAY,
});

/** The valid spans of a form, sorted and joined. */
export const spansOf = ({ spans }: SpecialDayForm): readonly DateSpan[] =>
  tidySpans(spans.flatMap(({ from, to }) => readDateSpan(from, to) ?? []));

export function specialDayFormProblems(form: SpecialDayForm): SpecialDayFormProblems {
  const spans = spansOf(form);
  return {
    spans: form.spans.map(({ from, to }) => {
      if (readDateSpan(from, "") === null) return "date-missing";
      return readDateSpan(from, to) === null ? "end-before-start" : null;
    }),
    isTooLong: spans.length > 1 && daysOf(spans) > MAX_LISTED_DAYS,
    name: textProblem(form.name),
    closedReason: form.isOpen ? null : textProblem(form.closedReason),
  };
}

export const isValid = ({ spans, isTooLong, name, closedReason }: SpecialDayFormProblems): boolean =>
  spans.every((problem) => problem === null) && !isTooLong && name === null && closedReason === null;
