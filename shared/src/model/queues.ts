import type { Schedule } from "./model";
import { sameName } from "./names";

/** A TaskRouter queue. */
export interface Queue {
  readonly sid: string;
  readonly name: string;
}

/**
 * Returns the schedule of a queue, or null. A SID listed by a schedule comes first, then a listed name, then the
 * schedule with the queue's name, unless that schedule lists its queues.
 */
export type ScheduleOfQueue = (queue: Queue) => Schedule | null;

export function scheduleOfQueue(schedules: readonly Schedule[]): ScheduleOfQueue {
  const named = new Map<string, Schedule>();
  const byDefault = new Map<string, Schedule>();
  for (const schedule of schedules) {
    if (schedule.queues === undefined) byDefault.set(sameName(schedule.name), schedule);
    else for (const queue of schedule.queues) named.set(sameName(queue), schedule);
  }
  return ({ sid, name }) => {
    const key = sameName(name);
    return named.get(sid) ?? named.get(key) ?? byDefault.get(key) ?? null;
  };
}

/** The names or SIDs of a schedule's queues. */
export const queuesOf = (schedule: Schedule): readonly string[] => schedule.queues ?? [schedule.name];

/** Open schedules of the same group, which can replace this one. */
export function standIns(
  schedule: Schedule,
  schedules: readonly Schedule[],
  isOpen: (schedule: Schedule) => boolean,
): readonly Schedule[] {
  const { group } = schedule;
  if (group === undefined) return [];
  const isSameGroup = (other: Schedule) =>
    other.group !== undefined && sameName(other.group) === sameName(group);
  return schedules.filter((other) => other.id !== schedule.id && isSameGroup(other) && isOpen(other));
}
