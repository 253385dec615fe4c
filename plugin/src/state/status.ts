import { compileSchedule, type CompiledSchedule } from "@schedule-manager/shared/compile";
import { evaluate } from "@schedule-manager/shared/evaluate";
import type { Change, Decision, Rule, Schedule } from "@schedule-manager/shared/model";
import { nextChange } from "@schedule-manager/shared/next-change";

/** What a schedule is at a moment and until when. */
export interface ScheduleStatus {
  readonly decision: Decision;
  readonly change: Change;
}

interface Held {
  readonly schedule: Schedule;
  readonly rules: readonly (Rule | undefined)[];
  readonly compiled: CompiledSchedule;
  status: ScheduleStatus | null;
  from: number;
  /** ms since the epoch until which `status` holds. */
  until: number;
}

export interface StatusTable {
  readonly statuses: ReadonlyMap<string, ScheduleStatus>;
  /** ms since the epoch of the first change of any of them; null: none is known. */
  readonly nextChange: number | null;
}

/**
 * Evaluates schedules and remembers: compiles a schedule again only when it or one of its rules changed, and asks
 * for a status again only when it ran out. Statuses that did not change are the same objects as before.
 */
export function statusKeeper(): (
  schedules: readonly Schedule[],
  rules: ReadonlyMap<string, Rule>,
  now: number,
) => StatusTable {
  let held = new Map<string, Held>();

  const compiled = (schedule: Schedule, rules: ReadonlyMap<string, Rule>): Held => {
    const mine = schedule.rules.map((id) => rules.get(id));
    const known = held.get(schedule.id);
    if (
      known !== undefined &&
      known.schedule === schedule &&
      known.rules.every((rule, index) => rule === mine[index])
    ) {
      return known;
    }
    return {
      schedule,
      rules: mine,
      compiled: compileSchedule(schedule, rules),
      status: null,
      from: 0,
      until: 0,
    };
  };

  return (schedules, rules, now) => {
    const next = new Map<string, Held>();
    const statuses = new Map<string, ScheduleStatus>();
    let first = Infinity;
    for (const schedule of schedules) {
      const entry = compiled(schedule, rules);
      if (entry.status === null || now < entry.from || now >= entry.until) {
        const change = nextChange(entry.compiled, now);
        entry.status = { decision: evaluate(entry.compiled, now), change };
        entry.from = now;
        entry.until = change.at ?? change.searchedTo;
      }
      next.set(schedule.id, entry);
      statuses.set(schedule.id, entry.status);
      if (entry.until < first) first = entry.until;
    }
    held = next;
    return { statuses, nextChange: Number.isFinite(first) ? first : null };
  };
}
