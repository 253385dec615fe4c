import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { manySchedules } from "../../browser/support/many";

const SCHEDULES = 1000;
export const RULES = 2000;
/** The bench closes the schedules of this group together. */
export const GROUP = "Night shift";
export const GROUPED = 500;
/** The schedule with the most rules in its editor, and their number. */
export const LONG = "Longest line";
const LONG_RULES = 60;

/** A large contact centre: one schedule has very many rules, and half of them are a group. */
export function largeCentre(): Configuration {
  const { rules, schedules } = manySchedules(SCHEDULES, RULES);
  return {
    rules,
    schedules: schedules.map((schedule, index): Schedule => {
      const grouped = { ...schedule, manualClose: false, ...(index < GROUPED ? { group: GROUP } : {}) };
      return index === SCHEDULES - 1
        ? { ...grouped, name: LONG, rules: rules.slice(0, LONG_RULES).map(({ id }) => id) }
        : grouped;
    }),
  };
}

/** The first rules with other times or another reason. @param round makes the rules of each call different */
export function changedRules(count: number, round: number): readonly Rule[] {
  return largeCentre()
    .rules.slice(0, count)
    .map((rule) =>
      rule.isOpen
        ? { ...rule, endTime: `${String(18 + (round % 4)).padStart(2, "0")}:30` }
        : { ...rule, closedReason: `holiday ${round}` },
    );
}
