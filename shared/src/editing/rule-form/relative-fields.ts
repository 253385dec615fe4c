import { type RelativeTo, WEEKDAYS, type WeekdayCode } from "../../model/model";
import { BLANK, type RuleForm } from "./form";

const maskOf = (codes: readonly WeekdayCode[]): number =>
  codes.reduce((mask, code) => mask | (1 << WEEKDAYS.indexOf(code)), 0);
const codesOf = (mask: number): WeekdayCode[] => WEEKDAYS.filter((_, index) => mask & (1 << index));

/** Converts `relativeTo` to form fields. */
export const readRelative = ({ rules, days, onlyOn, workingDays }: RelativeTo): Partial<RuleForm> => ({
  repeat: "relative",
  relativeRules: rules,
  direction: days < 0 ? "before" : "after",
  distance: String(Math.abs(days)),
  onlyOn: maskOf(onlyOn ?? []),
  countsWorkingDays: workingDays !== undefined,
  workingWeekdays: workingDays ? maskOf(workingDays.weekdays) : BLANK.workingWeekdays,
  workingExcept: workingDays?.except ?? [],
});

/** Converts form fields to `relativeTo`. */
export const writeRelative = (form: RuleForm): RelativeTo => ({
  rules: form.relativeRules,
  days: Number(form.distance) * (form.direction === "before" ? -1 : 1),
  ...(form.onlyOn === 0 ? {} : { onlyOn: codesOf(form.onlyOn) }),
  ...(form.countsWorkingDays
    ? { workingDays: { weekdays: codesOf(form.workingWeekdays), except: form.workingExcept } }
    : {}),
});
