import type { Finding } from "../model/finding";
import type { Schedule } from "../model/model";
import { sameName } from "../model/names";

/** The key of names that differ only in case or spaces. */
const looseName = (name: string): string => sameName(name).toLowerCase().replace(/\s+/gu, "");

/** The name of another schedule that differs from this one's only in case or spaces; null: none. */
export function nameAlike(schedule: Schedule, schedules: readonly Schedule[]): string | null {
  const key = looseName(schedule.name);
  const other = schedules.find(
    ({ id, name }) =>
      id !== schedule.id && looseName(name) === key && sameName(name) !== sameName(schedule.name),
  );
  return key === "" ? null : (other?.name ?? null);
}

/**
 * Names that differ only in case or spaces, because a flow that uses one may mean the other. Reports the later
 * one.
 */
function alike(schedules: readonly Schedule[]): Finding[] {
  const owners = new Map<string, Schedule>();
  return schedules.flatMap((schedule): Finding[] => {
    const key = looseName(schedule.name);
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, schedule);
    if (owner === undefined || sameName(owner.name) === sameName(schedule.name)) return [];
    const params = { name: schedule.name, other: owner.name };
    return [{ code: "names-alike", severity: "warning", scheduleId: schedule.id, params }];
  });
}

/** Names, aliases and queues that two schedules share. Reports the later one. */
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
    ...alike(schedules),
    ...claims("name-taken", ({ name, aliases = [] }) => [name, ...aliases]),
    ...claims("queue-taken", ({ queues = [] }) => queues),
  ];
}
