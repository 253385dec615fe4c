import type { Rule, Schedule, StoredRule } from "../../model/model";
import { closingKey } from "./same-closing";

interface Given {
  /** The rules of the chosen holidays, in the order in which they are added. */
  readonly holidays: readonly StoredRule[];
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
 * Adds holidays to schedules. A schedule that has a rule with the same meaning keeps it; otherwise it gets the existing
 * ordinary rule with that meaning, or a new one.
 */
export function addHolidays(given: Given): AddedHolidays {
  const { holidays, schedules, rulesById, from, newId } = given;
  const known = byClosing(given);
  const created: Rule[] = [];
  const reused: Rule[] = [];
  const added = new Map<string, string[]>(schedules.map(({ id }) => [id, []]));
  for (const holiday of holidays) {
    const key = closingKey({ id: "", ...holiday }, from, rulesById);
    const same = key === null ? [] : (known.get(key) ?? []);
    const lacking = schedules.filter(({ rules }) => !same.some(({ id }) => rules.includes(id)));
    if (lacking.length === 0) continue;
    // An exception has the same days and reason, but also wins over special hours.
    const existing = same.find(({ exception }) => !exception);
    const rule = existing ?? { id: newId(), ...holiday };
    (existing === undefined ? created : reused).push(rule);
    for (const { id } of lacking) added.get(id)?.push(rule.id);
  }
  return {
    created,
    reused,
    schedules: schedules.flatMap((schedule) => {
      const ids = added.get(schedule.id) ?? [];
      return ids.length === 0 ? [] : [withRules(schedule, ids, rulesById)];
    }),
  };
}
