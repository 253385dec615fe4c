import type { Rule, StoredRule } from "../../model/model";
import { isSameRange, tidyRanges, type WeeklyHours } from "./hours";
import { readWeeklyRule, type WeeklyRule, writeWeeklyRule } from "./weekly-rule";

/** How the rules that stand for a schedule's weekly hours change. */
export interface WeeklyHoursEdit {
  /** Rules with another value. */
  readonly changed: readonly { readonly id: string; readonly value: StoredRule }[];
  /** Values of new rules, which belong at the end of the schedule's rules. */
  readonly created: readonly StoredRule[];
  /** Ids of rules that nothing needs any more. */
  readonly removed: readonly string[];
}

/** One rule per opening, for all weekdays that have it. */
export function rulesOfHours(hours: WeeklyHours): readonly WeeklyRule[] {
  const rules: WeeklyRule[] = [];
  hours.forEach((day, index) => {
    for (const range of tidyRanges(day)) {
      const same = rules.findIndex((rule) => isSameRange(rule, range));
      const known = rules[same];
      if (known === undefined) rules.push({ ...range, weekdays: 1 << index });
      else rules[same] = { ...known, weekdays: known.weekdays | (1 << index) };
    }
  });
  return rules;
}

const bits = (mask: number): number => [...mask.toString(2)].filter((bit) => bit === "1").length;

interface ReplaceableRule {
  readonly id: string;
  readonly rule: Rule;
  readonly weekly: WeeklyRule;
}

/** A higher score keeps more of the old rule: its times above all, then its weekdays. */
const likeness = (a: WeeklyRule, b: WeeklyRule): number =>
  (isSameRange(a, b) ? 100 : 0) + 2 * bits(a.weekdays & b.weekdays) - bits(a.weekdays ^ b.weekdays) / 10;

/**
 * The edit after which a schedule's own weekly rules mean `hours`, with one rule per distinct opening. Rules keep
 * their ids where their times or weekdays remain, so that history and references stay meaningful, and their names
 * where a person chose them.
 *
 * @param own the rules of `readWeeklyHours`
 * @param nameOf the name that says a rule's weekdays and times
 */
export function writeWeeklyHours(
  own: readonly Rule[],
  hours: WeeklyHours,
  nameOf: (rule: WeeklyRule) => string,
): WeeklyHoursEdit {
  const free: ReplaceableRule[] = own.flatMap((rule) => {
    const weekly = readWeeklyRule(rule);
    return weekly === null ? [] : [{ id: rule.id, rule, weekly }];
  });
  const wanted = [...rulesOfHours(hours)];
  const pairs = wanted
    .flatMap((weekly) => free.map((kept) => ({ weekly, kept, score: likeness(weekly, kept.weekly) })))
    .sort((a, b) => b.score - a.score);
  const keptFor = new Map<WeeklyRule, ReplaceableRule>();
  const taken = new Set<ReplaceableRule>();
  for (const { weekly, kept } of pairs) {
    if (keptFor.has(weekly) || taken.has(kept)) continue;
    keptFor.set(weekly, kept);
    taken.add(kept);
  }
  const changed: { id: string; value: StoredRule }[] = [];
  const created: StoredRule[] = [];
  for (const weekly of wanted) {
    const kept = keptFor.get(weekly);
    if (kept === undefined) {
      created.push(writeWeeklyRule(weekly, nameOf(weekly)));
      continue;
    }
    if (isSameRange(kept.weekly, weekly) && kept.weekly.weekdays === weekly.weekdays) continue;
    const isNamedByTimes = kept.rule.name === nameOf(kept.weekly);
    const name = isNamedByTimes ? nameOf(weekly) : kept.rule.name;
    changed.push({ id: kept.id, value: writeWeeklyRule(weekly, name) });
  }
  const removed = free.filter((kept) => !taken.has(kept)).map(({ id }) => id);
  return { changed, created, removed };
}
