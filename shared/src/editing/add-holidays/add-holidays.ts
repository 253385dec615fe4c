import type { Rule, Schedule, StoredRule } from "../../model/model";
import { type HalfDay, halfDayRule, isSameHalfDay } from "./half-day";
import { closingKey } from "./same-closing";

export interface ChosenHoliday {
  /** The rule that closes the holiday. */
  readonly rule: StoredRule;
  /** null: the day before has its ordinary hours. */
  readonly halfDay: HalfDay | null;
}

interface Given {
  /** In the order in which they are added. */
  readonly holidays: readonly ChosenHoliday[];
  /** The schedules that get them. */
  readonly schedules: readonly Schedule[];
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** Civil day number from which rules are compared. */
  readonly from: number;
  readonly newId: () => string;
}

interface AddedHolidays {
  readonly created: readonly Rule[];
  /** Existing rules that a schedule gets. */
  readonly reused: readonly Rule[];
  /** The schedules that change. */
  readonly schedules: readonly Schedule[];
}

function byClosing({ rulesById, from }: Given): ReadonlyMap<string, readonly Rule[]> {
  const found = new Map<string, Rule[]>();
  for (const rule of rulesById.values()) {
    const key = closingKey(rule, from, rulesById);
    if (key === null) continue;
    const same = found.get(key);
    if (same === undefined) found.set(key, [rule]);
    else same.push(rule);
  }
  return found;
}

/** Behind the exceptions at the top, so that holidays give their reason before other closed rules. */
function withRules(schedule: Schedule, added: readonly string[], rulesById: Given["rulesById"]): Schedule {
  const { rules } = schedule;
  const ordinary = rules.findIndex((id) => !rulesById.get(id)?.exception);
  const at = ordinary === -1 ? rules.length : ordinary;
  return { ...schedule, rules: [...rules.slice(0, at), ...added, ...rules.slice(at)] };
}

/**
 * Adds holidays to schedules, with half days before them. A schedule that has a rule with the same meaning keeps it;
 * otherwise it gets the existing ordinary rule with that meaning, or a new one.
 */
export function addHolidays(given: Given): AddedHolidays {
  const { holidays, schedules, rulesById, from, newId } = given;
  const known = byClosing(given);
  const created: Rule[] = [];
  const reused = new Set<Rule>();
  const added = new Map<string, string[]>(schedules.map(({ id }) => [id, []]));
  const make = (value: StoredRule): Rule => {
    const rule = { id: newId(), ...value };
    created.push(rule);
    return rule;
  };
  const give = (schedule: Schedule, rule: Rule): void => {
    if (!created.includes(rule)) reused.add(rule);
    added.get(schedule.id)?.push(rule.id);
  };
  for (const { rule: holiday, halfDay } of holidays) {
    const key = closingKey({ id: "", ...holiday }, from, rulesById);
    const same = key === null ? [] : (known.get(key) ?? []);
    // An exception has the same days and reason, but also wins over special hours.
    let rule = same.find(({ exception }) => !exception);
    for (const schedule of schedules) {
      let own = same.find(({ id }) => schedule.rules.includes(id));
      if (own === undefined) {
        own = rule ??= make(holiday);
        give(schedule, own);
      }
      if (halfDay === null) continue;
      const value = halfDayRule(halfDay, own);
      const half =
        [...rulesById.values(), ...created].find((one) => isSameHalfDay(one, value)) ?? make(value);
      if (!schedule.rules.includes(half.id)) give(schedule, half);
    }
  }
  return {
    created,
    reused: [...reused],
    schedules: schedules.flatMap((schedule) => {
      const ids = added.get(schedule.id) ?? [];
      return ids.length === 0 ? [] : [withRules(schedule, ids, rulesById)];
    }),
  };
}
