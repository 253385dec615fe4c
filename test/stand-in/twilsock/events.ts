/** How events travel: encoded once, however many subscribers there are. */
import { randomUUID } from "node:crypto";
import type { ObjectKind, SyncEvent } from "../sync/types";
import { encodeFrame } from "./frames";

export const SYNC_EVENT = "twilio.sync.event";
const LIVE_TYPE: Record<ObjectKind, string> = {
  document: "com.twilio.rtd.cds.document",
  map: "com.twilio.rtd.cds.map",
  // The library ignores `com.twilio.rtd.cds.stream`.
  stream: SYNC_EVENT,
};
const NOTIFICATION_CONTEXT = "00000000-0000-4000-8000-000000000000";
const PROTOCOL = 4;

export const messageId = (): string => `TM${randomUUID()}`;

/** The client answers each with a reply of the same id; nobody waits for it. */
export function notification(messageType: string, payload: string): Buffer {
  return encodeFrame(
    {
      method: "notification",
      id: messageId(),
      message_type: messageType,
      notification_ctx_id: NOTIFICATION_CONTEXT,
    },
    payload,
  );
}

const bodies = new WeakMap<SyncEvent, string>();
function bodyOf(event: SyncEvent): string {
  let text = bodies.get(event);
  if (text === undefined) {
    text = JSON.stringify(event.body);
    bodies.set(event, text);
  }
  return text;
}

export const liveFrame = (event: SyncEvent): Buffer =>
  notification(
    LIVE_TYPE[event.kind],
    `{"event_type":"${event.type}","event_protocol_version":${PROTOCOL},"event":${bodyOf(event)}}`,
  );

export const replayFrame = (event: SyncEvent, correlationId: number): Buffer =>
  notification(
    SYNC_EVENT,
    `{"event_type":"${event.type}","correlation_id":${correlationId},` +
      `"event_protocol_version":${PROTOCOL},"events":[${bodyOf(event)}]}`,
  );

export type SubscriptionOutcome =
  "subscription_established" | "subscription_canceled" | "subscription_failed";

export const outcomeFrame = (
  outcome: SubscriptionOutcome,
  correlationId: number,
  event: Readonly<Record<string, unknown>>,
): Buffer =>
  notification(
    SYNC_EVENT,
    JSON.stringify({
      event_type: outcome,
      correlation_id: correlationId,
      event_protocol_version: PROTOCOL,
      events: [event],
    }),
  );
