/**
 * A customer on the telephone or in a chat: the task, its reservation and its transfer. `now` is ms since the epoch.
 */
import { ACCOUNT_SID, type Person } from "../dev-account";
import {
  callSid,
  channelSid,
  CHAT,
  conferenceSid,
  conversationSid,
  EVERYONE,
  interactionSid,
  reservationSid,
  taskSid,
  transferSid,
  VOICE,
  WORKFLOW_SID,
  WORKSPACE_SID,
} from "./ids";
import { seconds } from "./workspace";

const CALLER = "+12025550123";
const VISITOR = "Robin Visitor";

/** @param number distinguishes tasks: each has its own SIDs */
function voiceTask(person: Person, number: number, now: number) {
  return {
    sid: taskSid(number),
    account_sid: ACCOUNT_SID,
    workspace_sid: WORKSPACE_SID,
    addons: "{}",
    age: 90,
    assignment_status: "assigned",
    attributes: JSON.stringify({
      direction: "inbound",
      type: "inbound",
      name: CALLER,
      from: CALLER,
      call_sid: callSid(2 * number),
      conference: {
        sid: conferenceSid(number),
        participants: { worker: callSid(2 * number + 1), customer: callSid(2 * number) },
      },
      worker_name: person.identity,
    }),
    date_created: seconds(now) - 90,
    date_updated: seconds(now) - 60,
    virtual_start_time: seconds(now) - 90,
    priority: 0,
    queue_name: EVERYONE.name,
    queue_sid: EVERYONE.sid,
    reason: null as string | null,
    routing_target: null,
    task_channel_sid: VOICE.sid,
    task_channel_unique_name: VOICE.name,
    timeout: 86_400,
    version: "1",
    workflow_name: "Assign to Anyone",
    workflow_sid: WORKFLOW_SID,
  };
}

/** A web chat, as the Interactions API routes it. */
const chatTask = (person: Person, number: number, now: number) => ({
  ...voiceTask(person, number, now),
  attributes: JSON.stringify({
    direction: "inbound",
    channelType: "web",
    name: VISITOR,
    from: VISITOR,
    conversationSid: conversationSid(number),
    flexInteractionSid: interactionSid(number),
    flexInteractionChannelSid: channelSid(number),
  }),
  task_channel_sid: CHAT.sid,
  task_channel_unique_name: CHAT.name,
});

/** `task_transfer` must be absent, not null: one invalid reservation degrades the whole desktop. */
export const reservation = (person: Person, number: number, now: number) => ({
  sid: reservationSid(number),
  account_sid: ACCOUNT_SID,
  workspace_sid: WORKSPACE_SID,
  worker_sid: person.workerSid,
  task_sid: taskSid(number),
  task: (person.channel === "chat" ? chatTask : voiceTask)(person, number, now),
  reservation_status: "accepted",
  reservation_timeout: 120,
  timeout: 120,
  canceled_reason_code: null as number | null,
  date_created: seconds(now) - 80,
  date_updated: seconds(now) - 60,
  version: "1",
});
export type Reservation = ReturnType<typeof reservation>;

/** @param to the SID of the target queue or worker */
export const transfer = (from: Reservation, to: string, mode: string, status: string, now: number) => ({
  sid: transferSid(Number(from.sid.slice(2))),
  account_sid: ACCOUNT_SID,
  workspace_sid: WORKSPACE_SID,
  task_sid: from.task_sid,
  date_created: seconds(now),
  date_updated: seconds(now),
  initiating_reservation_sid: from.sid,
  initiating_worker_sid: from.worker_sid,
  initiating_queue_sid: from.task.queue_sid,
  initiating_workflow_sid: from.task.workflow_sid,
  transfer_mode: mode,
  transfer_to: to,
  transfer_type: to.startsWith("WQ") ? "QUEUE" : "WORKER",
  transfer_status: status,
  transfer_failed_reason: null,
});
export type Transfer = ReturnType<typeof transfer>;
