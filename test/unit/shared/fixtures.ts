import { type CompiledSchedule, compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";

/** An open rule unless `more` changes that. */
export const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id,
  name: id,
  isOpen: true,
  ...more,
});

export const holiday = (id: string, more: Partial<Rule> = {}): Rule =>
  rule(id, { isOpen: false, closedReason: "holiday", ...more });

/** Compiles a schedule of these rules, in order. */
export function compiled(
  timeZone: string,
  rules: readonly Rule[],
  more: Partial<Schedule> = {},
): CompiledSchedule {
  const schedule: Schedule = {
    id: "s",
    name: "Support",
    timeZone,
    manualClose: false,
    rules: rules.map(({ id }) => id),
    ...more,
  };
  return compileSchedule(schedule, new Map(rules.map((item) => [item.id, item])));
}

/** ms since the epoch. */
export const at = (iso: string): number => {
  const t = Date.parse(iso);
  if (Number.isNaN(t)) throw new Error(`no instant: ${iso}`);
  return t;
};

/** Parses `2026-03-08T06:30Z`, an instant to the minute. */
export const iso = (t: number): string => new Date(t).toISOString().replace(":00.000Z", "Z");
