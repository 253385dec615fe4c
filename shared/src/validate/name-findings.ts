import type { Finding } from "../finding";
import type { Schedule } from "../model";
import { sameName } from "../names";

/** What two schedules claim: a name or alias, or a queue. The later one is told. */
export function nameFindings(schedules: readonly Schedule[]): Finding[] {
  const claims = (
    code: "name-taken" | "queue-taken",
    namesOf: (schedule: Schedule) => readonly string[],
  ): Finding[] => {
    const owners = new Map<string, Schedule>();
    return schedules.flatMap((schedule) =>
      [...new Set(namesOf(schedule).map(sameName))].flatMap((name): Finding[] => {
        const owner = owners.get(name);
        if (owner === undefined) {
          owners.set(name, schedule);
          return [];
        }
        return [{ code, severity: "error", scheduleId: schedule.id, params: { name, other: owner.name } }];
      }),
    );
  };
  return [
    ...claims("name-taken", ({ name, aliases = [] }) => [name, ...aliases]),
    ...claims("queue-taken", ({ queues = [] }) => queues),
  ];
}
