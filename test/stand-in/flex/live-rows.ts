/** The tables that Flex's Teams view follows by live queries. */
import type { Desk } from "./desk";
import type { LiveRows } from "./own-sync";

const ASKED_WORKER = /data\.worker_sid\s*==\s*"(WK[0-9a-f]{32})"/;
const isoOf = (epochSeconds: number): string => new Date(epochSeconds * 1000).toISOString();

export const liveRows =
  (desks: () => Iterable<Desk>, now: () => number): LiveRows =>
  (index, query) => {
    const sid = ASKED_WORKER.exec(query)?.[1];
    const selected = [...desks()].filter(({ person }) => sid === undefined || person.workerSid === sid);
    if (index === "tr-worker") return Object.fromEntries(selected.map((desk) => workerRow(desk, now())));
    if (index === "tr-reservation") return Object.fromEntries(selected.flatMap(reservationRows));
    return {};
  };

function workerRow(desk: Desk, now: number): [string, unknown] {
  const { sid, friendly_name, activity_name, date_activity_changed } = desk.worker(now);
  const changed = isoOf(date_activity_changed);
  const attributes = desk.attributes();
  return [
    sid,
    {
      worker_sid: sid,
      friendly_name,
      activity_name,
      attributes,
      date_activity_changed: changed,
      date_updated: changed,
    },
  ];
}

const reservationRows = (desk: Desk): [string, unknown][] =>
  desk.reservations().map(({ sid, worker_sid, task, reservation_status, date_updated }) => [
    sid,
    {
      reservation_sid: sid,
      worker_sid,
      status: reservation_status,
      date_updated: isoOf(date_updated),
      task_sid: task.sid,
      task_status: task.assignment_status,
      task_priority: task.priority,
      task_channel_unique_name: task.task_channel_unique_name,
      task_routing_target: task.routing_target,
      queue_name: task.queue_name,
      attributes: JSON.parse(task.attributes) as unknown,
    },
  ]);
