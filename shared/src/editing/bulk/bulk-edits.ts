import type { Rule, Schedule } from "../../model/model";

/** Where added rules stand in a schedule's order, whose first rule decides first. */
export type RulesPlace = "first" | "last";

/** Closures and exceptions decide before the ordinary hours; ordinary hours decide after what is there. */
export const placeFor = (rules: readonly Rule[]): RulesPlace =>
  rules.every(({ isOpen, exception }) => isOpen && !exception) ? "last" : "first";

/** The schedules that change when they get rules, with these. A rule that a schedule has keeps its place. */
export const withRulesAdded = (
  schedules: readonly Schedule[],
  ids: readonly string[],
  place: RulesPlace,
): readonly Schedule[] =>
  schedules.flatMap((schedule) => {
    const { rules } = schedule;
    const added = ids.filter((id) => !rules.includes(id));
    if (added.length === 0) return [];
    return { ...schedule, rules: place === "first" ? [...added, ...rules] : [...rules, ...added] };
  });

/** The schedules that use one of the rules, without them. */
export const withRulesRemoved = (
  schedules: readonly Schedule[],
  ids: ReadonlySet<string>,
): readonly Schedule[] =>
  schedules.flatMap((schedule) => {
    const rules = schedule.rules.filter((id) => !ids.has(id));
    return rules.length === schedule.rules.length ? [] : { ...schedule, rules };
  });

/** The schedules that change when they get a group, with it. @param group empty: they leave their groups */
export const withGroup = (schedules: readonly Schedule[], group: string): readonly Schedule[] =>
  schedules.flatMap((schedule) => {
    const { group: before = "", ...rest } = schedule;
    if (before === group) return [];
    return group === "" ? rest : { ...rest, group };
  });
