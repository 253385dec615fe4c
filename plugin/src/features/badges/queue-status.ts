import { queuesOf, type Queue, scheduleOfQueue, standIns } from "@schedule-manager/shared/model/queues";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import { selectSchedules, selectStatusTable } from "../../catalogue/selectors";
import type { ScheduleStatus } from "../../catalogue/status";
import { createSelector } from "@reduxjs/toolkit";

const selectScheduleOfQueue = createSelector(selectSchedules, scheduleOfQueue);

export interface QueueStatus {
  readonly schedule: Schedule;
  readonly status: ScheduleStatus;
}

/** The current status of a queue's schedule; null: it has no schedule, or the catalogue is not loaded. */
export function queueStatus(root: RootState, queue: Queue): QueueStatus | null {
  const schedule = selectScheduleOfQueue(root)(queue);
  const status = schedule === null ? undefined : selectStatusTable(root).statuses.get(schedule.id);
  return schedule === null || status === undefined ? null : { schedule, status };
}

/** The queues (names or SIDs) of open schedules in the same group. */
export function openQueuesInstead(root: RootState, closed: Schedule): readonly string[] {
  const { statuses } = selectStatusTable(root);
  const isOpen = ({ id }: Schedule): boolean => statuses.get(id)?.decision.isOpen === true;
  return standIns(closed, selectSchedules(root), isOpen).flatMap(queuesOf);
}

export const correctedNow = (root: RootState, localNow: number): number =>
  localNow + (pluginState(root).clock.offset ?? 0);
