import { sameName } from "../../model/names";
import type { Edit, EditProblem } from "./problem";

/** A queue may belong to only one schedule. */
export function checkQueues({ before, after }: Edit): EditProblem[] {
  const owners = new Map<string, Set<string>>();
  for (const { id, queues = [] } of after.schedules) {
    for (const queue of queues) {
      const key = sameName(queue);
      owners.set(key, (owners.get(key) ?? new Set()).add(id));
    }
  }
  const old = new Map(before.schedules.map((schedule) => [schedule.id, schedule.queues ?? []]));
  return after.schedules.flatMap(({ id, queues = [] }) =>
    queues
      .filter(
        (queue) => old.get(id)?.includes(queue) !== true && (owners.get(sameName(queue))?.size ?? 0) > 1,
      )
      .map((queue): EditProblem => ({
        kind: "schedule",
        id,
        code: "queue-taken",
        message: `The queue "${queue}" belongs to another schedule. Remove it there first.`,
      })),
  );
}
