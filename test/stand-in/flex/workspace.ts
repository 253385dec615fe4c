/**
 * TaskRouter objects as Flex's own SDK requires them: complete, dates in epoch seconds, attributes as JSON text. `now`
 * is ms since the epoch.
 */
import { ACCOUNT_SID, type Person } from "../dev-account";
import {
  ACTIVITIES,
  AVAILABLE,
  CHANNELS,
  type ActivityKind,
  channelSessionSid,
  type Named,
  QUEUES,
  VOICE,
  WORKSPACE_SID,
} from "./ids";

const DAY_SECONDS = 86_400;
export const seconds = (now: number): number => Math.floor(now / 1000);

const common = (now: number) => ({
  account_sid: ACCOUNT_SID,
  workspace_sid: WORKSPACE_SID,
  date_created: seconds(now) - 30 * DAY_SECONDS,
  date_updated: seconds(now) - DAY_SECONDS,
});

export const attributesOf = (person: Person) => ({
  full_name: person.fullName,
  email: person.email,
  contact_uri: `client:${person.identity}`,
  roles: person.roles,
  routing: { skills: [], levels: {} },
});

export const worker = (person: Person, now: number, activity: ActivityKind = AVAILABLE) => ({
  ...common(now),
  sid: person.workerSid,
  worker_sid: person.workerSid,
  name: person.identity,
  friendly_name: person.identity,
  activity_sid: activity.sid,
  worker_activity_sid: activity.sid,
  activity_name: activity.name,
  available: activity.available,
  attributes: JSON.stringify(attributesOf(person)),
  date_activity_changed: seconds(now) - 60,
  date_status_changed: seconds(now) - 60,
  version: "1",
});
export type Worker = ReturnType<typeof worker>;

export const activities = (now: number) =>
  ACTIVITIES.map(({ sid, name, available }) => ({ ...common(now), sid, friendly_name: name, available }));

export const workerChannels = (person: Person, now: number) =>
  CHANNELS.map((channel, index) => ({
    ...common(now),
    sid: channelSessionSid(index + 1),
    worker_sid: person.workerSid,
    task_channel_sid: channel.sid,
    task_channel_unique_name: channel.name,
    assigned_tasks: 0,
    available: true,
    available_capacity_percentage: 100,
    configured_capacity: channel === VOICE ? 1 : 3,
    last_reserved_time: seconds(now) - DAY_SECONDS,
  }));

const queue = ({ sid, name }: Named, now: number) => ({
  ...common(now),
  sid,
  queue_sid: sid,
  friendly_name: name,
  queue_name: name,
  assignment_activity_name: null,
  assignment_activity_sid: null,
  reservation_activity_name: null,
  reservation_activity_sid: null,
  lifo_queue: false,
  max_reserved_workers: 1,
  target_workers: "1==1",
  task_order: "FIFO",
});

export const queues = (now: number) => QUEUES.map((each) => queue(each, now));
