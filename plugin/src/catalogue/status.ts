import { dependencies } from "@schedule-manager/shared/evaluator/compile-rule";
import { compileSchedule, type CompiledSchedule } from "@schedule-manager/shared/evaluator/compile";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import type { Change, Decision, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { nextChange, nextOpenChange } from "@schedule-manager/shared/evaluator/next-change";

/** What a schedule is at a moment and until when. */
export interface ScheduleStatus {
  readonly decision: Decision;
  /** The next change of the status, be it only of the reason. */
  readonly change: Change;
  /** When it opens next, while closed; when it closes, while open. */
  readonly turn: Change;
}

/** A status, and from when until when (ms since the epoch) it holds. */
interface Spell {
  readonly status: ScheduleStatus;
  readonly from: number;
  readonly until: number;
}

interface Held {
  readonly schedule: Schedule;
  readonly rules: readonly (Rule | undefined)[];
  readonly compiled: CompiledSchedule;
  spell: Spell;
  /** What comes after it, once it was prepared. */
  next: Spell | null;
}

export interface StatusTable {
  readonly statuses: ReadonlyMap<string, ScheduleStatus>;
  /** ms since the epoch of the first change of any of them; null: none is known. */
  readonly nextChange: number | null;
}

/** Whether what is known to turn is still to come, from a status that is open or closed as this one. */
const turnHolds = (before: ScheduleStatus, isOpen: boolean, now: number): boolean =>
  before.decision.isOpen === isOpen && (before.turn.at ?? before.turn.searchedTo) > now;

function spellAt(compiled: CompiledSchedule, now: number, before: Spell | null): Spell {
  const decision = evaluate(compiled, now);
  const change = nextChange(compiled, now);
  // From one reason to another, and through the nights of a long close, the next opening stays what it was.
  const turn =
    change.at !== null && change.to.isOpen !== decision.isOpen
      ? change
      : before !== null && now >= before.from && turnHolds(before.status, decision.isOpen, now)
        ? before.status.turn
        : nextOpenChange(compiled, now);
  return { status: { decision, change, turn }, from: now, until: change.at ?? change.searchedTo };
}

export interface StatusSelector {
  /** What every schedule is now (ms since the epoch). Where nothing changed, the table is the same object. */
  readonly table: (
    schedules: readonly Schedule[],
    rules: ReadonlyMap<string, Rule>,
    now: number,
  ) => StatusTable;
  /**
   * Works out what some schedules, at most `limit`, will be after their next change, so that the moment at which
   * very many change takes no time. To be called while nothing happens; costs nothing when all are prepared.
   */
  readonly prepare: (limit: number) => void;
}

/**
 * Evaluates schedules and remembers: compiles a schedule again only when it or a rule that it depends on changed, and asks
 * for a status again only when it ran out. Statuses that did not change are the same objects as before.
 */
export function createStatusSelector(): StatusSelector {
  let held = new Map<string, Held>();
  let asked: { schedules: readonly Schedule[]; rules: ReadonlyMap<string, Rule> } | null = null;
  let from = 0;
  let table: StatusTable = { statuses: new Map(), nextChange: null };
  let unprepared: Held[] | null = null;

  const enter = (schedule: Schedule, rules: ReadonlyMap<string, Rule>, now: number): Held => {
    const mine = Array.from(dependencies(schedule.rules, rules), (id) => rules.get(id));
    const known = held.get(schedule.id);
    if (known?.schedule === schedule && known.rules.every((rule, index) => rule === mine[index]))
      return known;
    const compiled = compileSchedule(schedule, rules);
    return { schedule, rules: mine, compiled, spell: spellAt(compiled, now, null), next: null };
  };

  const move = (entry: Held, now: number): void => {
    const { spell, next } = entry;
    if (now >= spell.from && now < spell.until) return;
    const isNext = next !== null && now >= next.from && now < next.until;
    entry.spell = isNext ? next : spellAt(entry.compiled, now, spell);
    entry.next = null;
  };

  return {
    table(schedules, rules, now) {
      const same = asked?.schedules === schedules && asked.rules === rules;
      if (same && now >= from && now < (table.nextChange ?? Infinity)) return table;
      const entries = same ? [...held.values()] : schedules.map((schedule) => enter(schedule, rules, now));
      const statuses = new Map<string, ScheduleStatus>();
      let first = Infinity;
      from = -Infinity;
      for (const entry of entries) {
        move(entry, now);
        statuses.set(entry.schedule.id, entry.spell.status);
        if (entry.spell.until < first) first = entry.spell.until;
        if (entry.spell.from > from) from = entry.spell.from;
      }
      if (!same) held = new Map(entries.map((entry) => [entry.schedule.id, entry]));
      asked = { schedules, rules };
      unprepared = null;
      table = { statuses, nextChange: Number.isFinite(first) ? first : null };
      return table;
    },

    prepare(limit) {
      // What changes first comes first.
      unprepared ??= [...held.values()]
        .filter(({ next }) => next === null)
        .sort((a, b) => b.spell.until - a.spell.until);
      for (let count = 0; count < limit; count += 1) {
        const entry = unprepared.pop();
        if (entry === undefined) return;
        if (entry.spell.status.change.at !== null)
          entry.next ??= spellAt(entry.compiled, entry.spell.until, entry.spell);
      }
    },
  };
}
