import type { Rule } from "../../model/model";

/** Gives hours to the open rules that last whole days: nobody means by a working day that it is open at night. */
export const withHours = (
  rules: readonly Rule[],
  hours: { readonly startTime: string; readonly endTime: string },
): readonly Rule[] =>
  rules.map((rule) => (rule.isOpen && !rule.startTime && !rule.endTime ? { ...rule, ...hours } : rule));
