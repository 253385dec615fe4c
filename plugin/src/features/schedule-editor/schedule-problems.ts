import { checkNames } from "@schedule-manager/shared/editing/checks/check-names";
import { checkQueues } from "@schedule-manager/shared/editing/checks/check-queues";
import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { sameName } from "@schedule-manager/shared/model/names";
import { firstTextProblem, type TextProblem } from "@schedule-manager/shared/model/text-problem";

/** A field's problem: a message key and its values. */
export interface FieldProblem {
  readonly key: `edit.problem.${"name-missing" | "name-taken" | "alias-taken" | "queue-taken" | TextProblem["code"]}`;
  readonly values: { readonly item: string; readonly character: string };
}

const fieldProblem = (key: FieldProblem["key"], item = "", character = ""): FieldProblem => ({
  key,
  values: { item, character },
});

/** The problem of the first text with hidden characters. */
function hidden(texts: readonly string[]): FieldProblem | null {
  const first = firstTextProblem(texts);
  if (first === null) return null;
  const { text, problem } = first;
  return fieldProblem(`edit.problem.${problem.code}`, text, "character" in problem ? problem.character : "");
}

export interface ScheduleProblems {
  readonly name: FieldProblem | null;
  readonly group: FieldProblem | null;
  /** The problem of the first invalid former name. */
  readonly alias: FieldProblem | null;
  readonly queue: FieldProblem | null;
}

const NOTHING = { rules: [], schedules: [] };

/** The problems of names, former names and queues that prevent publishing. */
export function scheduleProblems(schedule: Schedule, all: readonly Schedule[]): ScheduleProblems {
  const after = { rules: [], schedules: [...all.filter(({ id }) => id !== schedule.id), schedule] };
  const problems = [
    ...checkNames({ before: NOTHING, after }),
    ...checkQueues({ before: NOTHING, after }),
  ].filter(({ id }) => id === schedule.id);
  const has = (code: EditProblem["code"]): boolean => problems.some((problem) => problem.code === code);
  const others = after.schedules.filter(({ id }) => id !== schedule.id);
  const names = new Set(others.flatMap(({ name, aliases = [] }) => [name, ...aliases].map(sameName)));
  const queues = new Set(others.flatMap(({ queues: theirs = [] }) => theirs.map(sameName)));
  const takenAlias = has("alias-taken")
    ? (schedule.aliases ?? []).find((alias) => names.has(sameName(alias)))
    : undefined;
  const takenQueue = has("queue-taken")
    ? (schedule.queues ?? []).find((queue) => queues.has(sameName(queue)))
    : undefined;
  const takenNames = (key: FieldProblem["key"], item: string | undefined): FieldProblem | null =>
    item === undefined ? null : fieldProblem(key, item);
  return {
    name:
      schedule.name.trim() === ""
        ? fieldProblem("edit.problem.name-missing")
        : (hidden([schedule.name]) ?? (has("name-taken") ? fieldProblem("edit.problem.name-taken") : null)),
    group: hidden([schedule.group ?? ""]),
    alias: hidden(schedule.aliases ?? []) ?? takenNames("edit.problem.alias-taken", takenAlias),
    queue: hidden(schedule.queues ?? []) ?? takenNames("edit.problem.queue-taken", takenQueue),
  };
}
