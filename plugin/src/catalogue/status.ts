import { dependencies } from "@schedule-manager/shared/evaluator/compile-rule";
import { compileSchedule, type CompiledSchedule } from "@schedule-manager/shared/evaluator/compile";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import type { Change, Decision, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { nextChange, nextOpenChange } from "@schedule-manager/shared/evaluator/next-change";

/** A schedule's status at a time, and its next changes. */
export interface ScheduleStatus {
  readonly decision: Decision;
  /** The next change of the status, including a change of the reason alone. */
  readonly change: Change;
  /** While closed: when it opens next; while open: when it closes. */
  readonly openChange: Change;
}

/** A status with the time range (ms since the epoch) in which it holds. */
interface Spell {
  readonly status: ScheduleStatus;
  readonly from: number;
  readonly until: number;
}

interface ScheduleEntry {
  readonly schedule: Schedule;
  /** The ids of all rules on which the status depends, missing ones included. */
  readonly rules: readonly string[];
  readonly compiled: CompiledSchedule;
  spell: Spell;
  /** The following status, once prepared. */
  next: Spell | null;
}

export interface StatusTable {
  readonly statuses: ReadonlyMap<string, ScheduleStatus>;
  /** ms since the epoch of the first change of any schedule; null: none is known. */
  readonly nextChange: number | null;
}

/**
 * Whether the known next opening or closing is still ahead and applies to a status that is open or closed like this
 * one.
 */
const turnHolds = (before: ScheduleStatus, isOpen: boolean, now: number): boolean =>
  before.decision.isOpen === isOpen && (before.openChange.at ?? before.openChange.searchedTo) > now;

function spellAt(compiled: CompiledSchedule, now: number, before: Spell | null): Spell {
  const decision = evaluate(compiled, now);
  const change = nextChange(compiled, now);
  // Changes of the reason alone, as in the nights of a long close, keep the next opening, so it is not searched
  // again.
  const turn =
    change.at !== null && change.to.isOpen !== decision.isOpen
      ? change
      : before !== null && now >= before.from && turnHolds(before.status, decision.isOpen, now)
        ? before.status.openChange
        : nextOpenChange(compiled, now);
  return { status: { decision, change, openChange: turn }, from: now, until: change.at ?? change.searchedTo };
}

type Rules = ReadonlyMap<string, Rule>;

/** The ids of added, changed and removed rules. */
function changedIds(before: Rules, after: Rules): ReadonlySet<string> {
  const changed = new Set<string>();
  if (before === after) return changed;
  for (const [id, rule] of after) if (before.get(id) !== rule) changed.add(id);
  for (const id of before.keys()) if (!after.has(id)) changed.add(id);
  return changed;
}

export interface StatusSelector {
  /** The status of every schedule at `now` (ms since the epoch). Returns the same object when nothing changed. */
  readonly table: (schedules: readonly Schedule[], rules: Rules, now: number) => StatusTable;
  /**
   * Computes the statuses after the next change of at most `limit` schedules, so that a moment at which very many
   * change takes no time. Call it while idle; it costs nothing when all are prepared.
   */
  readonly prepare: (limit: number) => void;
}

/**
 * Evaluates schedules with memoisation: compiles a schedule again only when it or one of its rules changed, and
 * evaluates it only when its status ran out. Unchanged statuses keep their identity.
 */
export function createStatusSelector(): StatusSelector {
  let entriesById = new Map<string, ScheduleEntry>();
  let lastInput: { schedules: readonly Schedule[]; rules: Rules } | null = null;
  let from = 0;
  let table: StatusTable = { statuses: new Map(), nextChange: null };
  let unprepared: ScheduleEntry[] | null = null;

  const enter = (
    schedule: Schedule,
    rules: Rules,
    changed: ReadonlySet<string>,
    now: number,
  ): ScheduleEntry => {
    const previous = entriesById.get(schedule.id);
    // Unchanged rules refer to the same rules as before.
    if (previous?.schedule === schedule && !previous.rules.some((id) => changed.has(id))) return previous;
    const compiled = compileSchedule(schedule, rules);
    const ids = [...dependencies(schedule.rules, rules)];
    const spell = spellAt(compiled, now, null);
    // A status that says the same stays the same object, so that its row does not render.
    const known = previous?.spell.status;
    const status = known !== undefined && sameValue(known, spell.status) ? known : spell.status;
    return { schedule, rules: ids, compiled, spell: { ...spell, status }, next: null };
  };

  const move = (entry: ScheduleEntry, now: number): void => {
    const { spell, next } = entry;
    if (now >= spell.from && now < spell.until) return;
    const isNext = next !== null && now >= next.from && now < next.until;
    entry.spell = isNext ? next : spellAt(entry.compiled, now, spell);
    entry.next = null;
  };

  return {
    table(schedules, rules, now) {
      const same = lastInput?.schedules === schedules && lastInput.rules === rules;
      if (same && now >= from && now < (table.nextChange ?? Infinity)) return table;
      const changed = changedIds(lastInput?.rules ?? rules, rules);
      const entries = same
        ? [...entriesById.values()]
        : schedules.map((schedule) => enter(schedule, rules, changed, now));
      const statuses = new Map<string, ScheduleStatus>();
      let first = Infinity;
      from = -Infinity;
      for (const entry of entries) {
        move(entry, now);
        statuses.set(entry.schedule.id, entry.spell.status);
        if (entry.spell.until < first) first = entry.spell.until;
        if (entry.spell.from > from) from = entry.spell.from;
      }
      if (!same) {
        entriesById = new Map();
        for (const entry of entries) entriesById.set(entry.schedule.id, entry);
      }
      lastInput = { schedules, rules };
      unprepared = null;
      table = { statuses, nextChange: Number.isFinite(first) ? first : null };
      return table;
    },

    prepare(limit) {
      // The schedules that change first are prepared first.
      unprepared ??= [...entriesById.values()]
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
