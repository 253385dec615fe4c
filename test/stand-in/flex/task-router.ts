/** The lists and figures that Flex's Queues view reads from TaskRouter's REST API. */
import type { HostResponse } from "../http/host";
import { ok } from "./answers";
import type { JsonObject } from "../sync/types";
import { ACTIVITIES, CHANNELS } from "./ids";
import { queues } from "./workspace";

const page = (key: string, rows: readonly unknown[]): HostResponse =>
  ok({ [key]: rows, meta: { key, page: 0, page_size: 1000, next_page_url: null } });

export function taskRouterList(path: string, now: number): HostResponse | null {
  if (path.endsWith("/TaskQueues")) return page("task_queues", queues(now));
  if (!path.endsWith("/TaskChannels")) return null;
  return page(
    "channels",
    CHANNELS.map(({ sid, name }) => ({ sid, unique_name: name, friendly_name: name })),
  );
}

/** The Sync map of a contact centre without waiting calls, as Flex reads it. */
export const statisticsAtRest = (): JsonObject => ({
  total_tasks: 0,
  tasks_by_status: { pending: 0, reserved: 0, assigned: 0, wrapping: 0 },
  longest_task_waiting_sid: null,
  longest_task_waiting_from: null,
  activity_statistics: ACTIVITIES.map(({ sid, name }) => ({ sid, friendly_name: name, workers: 0 })),
});
