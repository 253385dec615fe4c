import { checkNames } from "@schedule-manager/shared/edits/check-names";
import { checkQueues } from "@schedule-manager/shared/edits/check-queues";
import type { EditProblem } from "@schedule-manager/shared/edits/problem";
import type { Schedule } from "@schedule-manager/shared/model";
import { sameName } from "@schedule-manager/shared/names";

export interface ScheduleProblems {
  readonly name: "edit.problem.name-missing" | "edit.problem.name-taken" | null;
  /** The first one that another schedule has. */
  readonly alias: string | null;
  readonly queue: string | null;
}

const NOTHING = { rules: [], schedules: [] };

/** What keeps names, former names and queues of a schedule from being published. */
export function scheduleProblems(schedule: Schedule, all: readonly Schedule[]): ScheduleProblems {
  const after = { rules: [], schedules: [...all.filter(({ id }) => id !== schedule.id), schedule] };
  const problems = [
    ...checkNames({ before: NOTHING, after }),
    ...checkQueues({ before: NOTHING, after }),
  ].filter(({ id }) => id === schedule.id);
  const has = (code: EditProblem["code"]): boolean => problems.some((problem) => problem.code === code);
  const others = after.schedules.filter(({ id }) => id !== schedule.id);
  const names = new Set(others.flatMap(({ name, aliases = [] }) => [name, ...aliases].map(sameName)));
  const queues = new Set(others.flatMap(({ queues: theirs = [] }) => theirs));
  return {
    name:
      schedule.name.trim() === ""
        ? "edit.problem.name-missing"
        : has("name-taken")
          ? "edit.problem.name-taken"
          : null,
    alias: has("alias-taken")
      ? ((schedule.aliases ?? []).find((alias) => names.has(sameName(alias))) ?? null)
      : null,
    queue: has("queue-taken") ? ((schedule.queues ?? []).find((queue) => queues.has(queue)) ?? null) : null,
  };
}
