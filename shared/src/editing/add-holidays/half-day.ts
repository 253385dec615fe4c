import type { Rule, StoredRule } from "../../model/model";
import { sameValue } from "../../model/same-value";
import { timeOf } from "../weekly-hours/weekly-rule";

/** The shorter day before a holiday. */
export interface HalfDay {
  /** The name of its rule. */
  readonly name: string;
  /** The minute of the day before from which it is closed, 0 to 1439. */
  readonly until: number;
}

/** Closes the rest of the day before a holiday, with its reason. */
export const halfDayRule = ({ name, until }: HalfDay, { id, closedReason }: Rule): StoredRule => ({
  name,
  isOpen: false,
  ...(closedReason === undefined ? {} : { closedReason }),
  // For readers that do not know `relativeTo`, the rule never applies.
  dates: [],
  relativeTo: { rules: [id], days: -1 },
  startTime: timeOf(until),
});

/** Whether a rule is the half day, whatever its name. */
export const isSameHalfDay = ({ id: _, ...rule }: Rule, half: StoredRule): boolean =>
  sameValue({ ...rule, name: half.name }, half);
