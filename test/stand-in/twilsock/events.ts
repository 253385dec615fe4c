/** The encoding of events: once per event, for all subscribers. */
import { randomUUID } from "node:crypto";
import type { ObjectKind, SyncEvent } from "../sync/types";
import { encodeFrame } from "./frames";

const SYNC_EVENT = "twilio.sync.event";
const LIVE_TYPE: Record<ObjectKind, string> = {
  document: "com.twilio.rtd.cds.document",
  map: "com.twilio.rtd.cds.map",
  // The library ignores `com.twilio.rtd.cds.stream`.
  stream: SYNC_EVENT,
};
const NOTIFICATION_CONTEXT = "00000000-0000-4000-8000-000000000000";

/** Version 3 sends one event per message, as `event`; version 4 sends a list, as `events`. */
export type EventProtocol = 3 | 4;
/** @returns null for a version that no published library speaks */
export const eventProtocolOf = (version: unknown): EventProtocol | null =>
  version === 3 || version === 4 ? version : null;

export const messageId = (): string => `TM${randomUUID()}`;

/** The client answers each message with a reply of the same id, which is ignored. */
function notification(messageType: string, payload: string): Buffer {
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

/** A change when it happens: one event in both versions. */
export const liveFrame = (event: SyncEvent, protocol: EventProtocol): Buffer =>
  notification(
    LIVE_TYPE[event.kind],
    `{"event_type":"${event.type}","event_protocol_version":${protocol},"event":${bodyOf(event)}}`,
  );

const eventField = (protocol: EventProtocol, json: string): string =>
  protocol === 3 ? `"event":${json}` : `"events":[${json}]`;

export const replayFrame = (event: SyncEvent, correlationId: number, protocol: EventProtocol): Buffer =>
  notification(
    SYNC_EVENT,
    `{"event_type":"${event.type}","correlation_id":${correlationId},` +
      `"event_protocol_version":${protocol},${eventField(protocol, bodyOf(event))}}`,
  );

export type SubscriptionOutcome =
  "subscription_established" | "subscription_canceled" | "subscription_failed";

export const outcomeFrame = (
  outcome: SubscriptionOutcome,
  correlationId: number,
  protocol: EventProtocol,
  event: Readonly<Record<string, unknown>>,
): Buffer =>
  notification(
    SYNC_EVENT,
    `{"event_type":"${outcome}","correlation_id":${correlationId},` +
      `"event_protocol_version":${protocol},${eventField(protocol, JSON.stringify(event))}}`,
  );
