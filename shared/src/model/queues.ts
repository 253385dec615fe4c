import type { Schedule } from "./model";
import { sameName } from "./names";

/** A queue as TaskRouter knows it. */
export interface Queue {
  readonly sid: string;
  readonly name: string;
}

/**
 * Which schedule a queue goes by, or null. A SID that a schedule names comes first, then a name, then the schedule of
 * the queue's own name, unless that schedule names its queues itself.
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

/** The names or SIDs of the queues that a schedule stands for. */
export const queuesOf = (schedule: Schedule): readonly string[] => schedule.queues ?? [schedule.name];

/** Schedules that can stand in for this one: those of the same group that are open. */
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
