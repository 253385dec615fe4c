/**
 * The call or chat behind a task, as Flex sees it: an interaction `KD…` with the task's digits, its channel, and the
 * participants. https://www.twilio.com/docs/flex/developer/conversations/interactions-api
 */
import type { JsonObject } from "../sync/types";
import { ACCOUNT_SID } from "../dev-account";
import {
  callSid,
  channelSid,
  channelTransferSid,
  conferenceSid,
  conversationSid,
  FLEX_INSTANCE_SID,
  interactionSid,
  participantSid,
  VOICE,
} from "./ids";
import type { Reservation } from "./voice-task";

const numberOf = ({ sid }: Reservation): number => Number(sid.slice(2));

export const interactionOf = (call: Reservation): string => interactionSid(numberOf(call));

export const isVoice = ({ task }: Reservation): boolean => task.task_channel_sid === VOICE.sid;

const typeOf = (call: Reservation): string => (isVoice(call) ? "voice" : "web");

export const channelOf = (call: Reservation): string => channelSid(numberOf(call));

/** The agent's participant in the call or chat. */
export const agentOf = (call: Reservation): string => participantSid(2 * numberOf(call) + 1);

export const channelsOf = (call: Reservation) => ({
  channels: [
    {
      sid: channelOf(call),
      interaction_sid: interactionOf(call),
      media_sid: (isVoice(call) ? conferenceSid : conversationSid)(numberOf(call)),
      type: typeOf(call),
      status: "active",
    },
  ],
});

export function participantsOf(call: Reservation) {
  const number = numberOf(call);
  const { task_sid, worker_sid, sid: reservation_sid } = call;
  const common = { channel_sid: channelOf(call), interaction_sid: interactionOf(call) };
  const agent = {
    ...common,
    sid: agentOf(call),
    type: "agent",
    routing_properties: { task_sid, worker_sid, reservation_sid },
    media_properties: isVoice(call) ? media(number, callSid(2 * number + 1)) : null,
  };
  const customer = {
    ...common,
    sid: participantSid(2 * number),
    type: "customer",
    routing_properties: null,
    media_properties: isVoice(call) ? media(number, callSid(2 * number)) : null,
  };
  return { channel_type: typeOf(call), participants: [agent, customer] };
}

/**
 * A transfer of the channel. https://www.twilio.com/docs/flex/developer/conversations/interactions-api
 * @param to the SID of the target queue or worker
 */
export const channelTransfer = (call: Reservation, to: string, now: number) => ({
  sid: channelTransferSid(numberOf(call)),
  account_sid: ACCOUNT_SID,
  instance_sid: FLEX_INSTANCE_SID,
  interaction_sid: interactionOf(call),
  channel_sid: channelOf(call),
  type: "cold",
  from: agentOf(call),
  to,
  status: "completed",
  note_sid: null,
  summary_sid: null,
  date_created: new Date(now).toISOString(),
  date_updated: new Date(now).toISOString(),
});
export type ChannelTransfer = ReturnType<typeof channelTransfer>;

/** The same data in a Sync map of the task, which supervisors read. */
export function conferenceMap({ sid, task_sid, worker_sid }: Reservation): Record<string, JsonObject> {
  const number = Number(sid.slice(2));
  const conference_sid = conferenceSid(number);
  const joined = {
    conference_sid,
    status: "joined",
    hold: false,
    muted: false,
    end_conference_on_exit: true,
  };
  return {
    conf_status: { status: "started", conference_sid, task_sid },
    [callSid(2 * number)]: { ...joined, participant_type: "customer" },
    [callSid(2 * number + 1)]: { ...joined, participant_type: "worker", worker_sid, reservation_sid: sid },
  };
}

/** Every value is a list of texts. */
const media = (number: number, call: string) => ({
  call_sid: [call],
  conference_sid: [conferenceSid(number)],
  status: ["joined"],
  hold: ["false"],
  muted: ["false"],
  coaching: ["false"],
  end_conference_on_exit: ["true"],
  start_conference_on_enter: ["true"],
  sequence_number: ["1"],
});
