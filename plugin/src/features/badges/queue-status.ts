import { createSelector } from "@reduxjs/toolkit";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { queuesOf, type Queue, scheduleOfQueue, standIns } from "@schedule-manager/shared/model/queues";
import type { CatalogueRoot } from "../../catalogue/root";
import type { CatalogueSelectors } from "../../catalogue/selectors";
import type { ScheduleStatus } from "../../catalogue/status";

interface QueueStatus {
  readonly schedule: Schedule;
  readonly status: ScheduleStatus;
}

export interface QueueSelectors {
  /** The current status of a queue's schedule; null: it has no schedule, or the catalogue is not loaded. */
  readonly queueStatus: (root: CatalogueRoot, queue: Queue) => QueueStatus | null;
  /** The queues (names or SIDs) of open schedules in the same group. */
  readonly openQueuesInstead: (root: CatalogueRoot, closed: Schedule) => readonly string[];
}

export function createQueueSelectors({
  selectSchedules,
  selectStatusTable,
}: CatalogueSelectors): QueueSelectors {
  const selectScheduleOfQueue = createSelector(selectSchedules, scheduleOfQueue);
  return {
    queueStatus(root, queue) {
      const schedule = selectScheduleOfQueue(root)(queue);
      const status = schedule === null ? undefined : selectStatusTable(root).statuses.get(schedule.id);
      return schedule === null || status === undefined ? null : { schedule, status };
    },
    openQueuesInstead(root, closed) {
      const { statuses } = selectStatusTable(root);
      const isOpen = ({ id }: Schedule): boolean => statuses.get(id)?.decision.isOpen === true;
      return standIns(closed, selectSchedules(root), isOpen).flatMap(queuesOf);
    },
  };
}
