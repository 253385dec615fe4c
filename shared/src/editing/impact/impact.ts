import { compileSchedule } from "../../evaluator/compile";
import { dependencies } from "../../evaluator/compile-rule";
import type { Configuration, Interval, Rule, Schedule, Status } from "../../model/model";
import { sameStatus } from "../../evaluator/next-change";
import { sameValue } from "../../model/same-value";
import { timeline } from "../../evaluator/timeline";

/** A stretch of time (ms since the epoch, `to` exclusive) in which the edit changes the answer. */
export interface StatusFlip {
  readonly from: number;
  readonly to: number;
  readonly before: Status;
  readonly after: Status;
}

/** The effect of an edit on one schedule's answers. */
export interface ScheduleImpact {
  readonly schedule: Schedule;
  readonly flips: readonly StatusFlip[];
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const status = ({ isOpen, closedReason }: Status): Status => ({ isOpen, closedReason });

/** Compares two timelines and cuts them where either changes. */
function flips(before: readonly Interval[], after: readonly Interval[]): StatusFlip[] {
  const found: StatusFlip[] = [];
  let [b, a] = [0, 0];
  for (;;) {
    const [was, is] = [before[b], after[a]];
    if (was === undefined || is === undefined) return found;
    const from = Math.max(was.from, is.from);
    const to = Math.min(was.to, is.to);
    const last = found[found.length - 1];
    if (!sameStatus(was, is)) {
      const follows = last?.to === from && sameStatus(last.before, was) && sameStatus(last.after, is);
      if (follows) found[found.length - 1] = { ...last, to };
      else found.push({ from, to, before: status(was), after: status(is) });
    }
    if (was.to <= to) b += 1;
    if (is.to <= to) a += 1;
  }
}

/**
 * Schedules that answer differently after an edit, with the times. Omits new and deleted schedules, since all
 * their answers change.
 * @param from ms since the epoch
 * @param to ms since the epoch, exclusive
 * @returns a step for each schedule of `after`; null: it answers as before, or is not compared
 */
export function* impactSteps(
  before: Configuration,
  after: Configuration,
  from: number,
  to: number,
): Generator<ScheduleImpact | null, void> {
  const [oldRules, newRules] = [byId(before.rules), byId(after.rules)];
  const old = byId(before.schedules);
  const changed = (id: string): boolean => {
    const [was, is]: (Rule | undefined)[] = [oldRules.get(id), newRules.get(id)];
    return was !== is && !sameValue(was, is);
  };
  for (const schedule of after.schedules) {
    const was = old.get(schedule.id);
    const isSame = was === schedule && ![...dependencies(schedule.rules, newRules)].some(changed);
    const found =
      was === undefined || isSame
        ? []
        : flips(
            timeline(compileSchedule(was, oldRules), from, to),
            timeline(compileSchedule(schedule, newRules), from, to),
          );
    yield found.length === 0 ? null : { schedule, flips: found };
  }
}
