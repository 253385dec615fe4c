/**
 * The call behind a task, as Flex sees it: an interaction `KD…` with the task's digits, its voice channel, and who
 * is in the conference. https://www.twilio.com/docs/flex/developer/conversations/interactions-api
 */
import type { JsonObject } from "../sync/types";
import { callSid, channelSid, conferenceSid, interactionSid, participantSid } from "./ids";
import type { Reservation } from "./voice-task";

const numberOf = ({ sid }: Reservation): number => Number(sid.slice(2));

export const interactionOf = (call: Reservation): string => interactionSid(numberOf(call));

export const channelsOf = (call: Reservation) => ({
  channels: [
    {
      sid: channelSid(numberOf(call)),
      interaction_sid: interactionOf(call),
      media_sid: conferenceSid(numberOf(call)),
      type: "voice",
      status: "active",
    },
  ],
});

export function participantsOf(call: Reservation) {
  const number = numberOf(call);
  const { task_sid, worker_sid, sid: reservation_sid } = call;
  const common = { channel_sid: channelSid(number), interaction_sid: interactionOf(call) };
  const agent = {
    ...common,
    sid: participantSid(2 * number + 1),
    type: "agent",
    routing_properties: { task_sid, worker_sid, reservation_sid },
    media_properties: media(number, callSid(2 * number + 1)),
  };
  const customer = {
    ...common,
    sid: participantSid(2 * number),
    type: "customer",
    routing_properties: null,
    media_properties: media(number, callSid(2 * number)),
  };
  return { channel_type: "voice", participants: [agent, customer] };
}

/** The same in a Sync map of the task's own, which supervisors read. */
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
