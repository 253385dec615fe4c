import type { Schedule } from "../../model/model";
import { sameName } from "../../model/names";
import type { Edit, EditProblem } from "./problem";

const MAX_NAME = 320;

/** Each name and alias may belong to only one schedule. */
export function checkNames({ before, after }: Edit): EditProblem[] {
  const owners = new Map<string, Set<string>>();
  for (const schedule of after.schedules) {
    for (const name of [schedule.name, ...(schedule.aliases ?? [])]) {
      const key = sameName(name);
      owners.set(key, (owners.get(key) ?? new Set()).add(schedule.id));
    }
  }
  const taken = (name: string) => (owners.get(sameName(name))?.size ?? 0) > 1;
  const old = new Map(before.schedules.map((schedule) => [schedule.id, schedule]));
  return after.schedules.flatMap((schedule) => problemsOf(schedule, old.get(schedule.id), taken));
}

function problemsOf(
  schedule: Schedule,
  old: Schedule | undefined,
  taken: (name: string) => boolean,
): EditProblem[] {
  const { id } = schedule;
  const problems: EditProblem[] = [];
  const add = (code: EditProblem["code"], message: string) =>
    problems.push({ kind: "schedule", id, code, message });

  if (schedule.name !== old?.name) {
    if (schedule.name.trim() === "") add("item-invalid", "A schedule needs a name.");
    else if (schedule.name.length > MAX_NAME)
      add("item-invalid", `A name has at most ${MAX_NAME} characters.`);
    else if (taken(schedule.name))
      add("name-taken", `Another schedule answers to "${schedule.name}". Choose another name.`);
  }
  for (const alias of schedule.aliases ?? []) {
    if (old?.aliases?.includes(alias) === true) continue;
    if (alias.trim() === "") add("item-invalid", "An alias must not be empty.");
    else if (taken(alias))
      add("alias-taken", `Another schedule answers to "${alias}". Drop the alias there first.`);
  }
  return problems;
}
