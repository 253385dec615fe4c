/**
 * Studio's widgets as far as they are published: the required properties of a widget, and its events, each of which
 * leads to a next widget. https://www.twilio.com/docs/studio/rest-api/v2/schemas,
 * https://www.twilio.com/docs/studio/widget-library
 */
export interface Widget {
  readonly required: readonly string[];
  /** null: too little is documented to refuse any. */
  readonly events: readonly string[] | null;
}

const widget = (required: readonly string[], events: readonly string[] | null): Widget => ({
  required,
  events,
});

export const TRIGGER = "trigger";

export const WIDGETS: Readonly<Record<string, Widget>> = {
  [TRIGGER]: widget(
    [],
    ["incomingMessage", "incomingCall", "incomingConversationMessage", "incomingRequest", "incomingParent"],
  ),
  "add-twiml-redirect": widget(["url"], ["return", "timeout", "fail"]),
  "capture-payments": widget([], null),
  "connect-call-to": widget(["noun"], ["callCompleted", "hangup"]),
  "connect-virtual-agent": widget(["connector"], null),
  "connect-virtual-agent-v2": widget([], null),
  "enqueue-call": widget([], ["callComplete", "failedToEnqueue", "callFailure"]),
  "fork-stream": widget([], null),
  "gather-input-on-call": widget([], ["keypress", "speech", "timeout"]),
  "make-http-request": widget(["method", "url"], ["success", "failed"]),
  "make-outgoing-call-v1": widget(["from", "to"], ["answered", "busy", "noAnswer", "failed"]),
  "make-outgoing-call-v2": widget(["from", "to"], ["answered", "busy", "noAnswer", "failed"]),
  "record-call": widget(["record_call"], ["success", "failed"]),
  "record-voicemail": widget([], ["recordingComplete", "noAudio", "hangup"]),
  "run-function": widget(["url"], ["success", "fail"]),
  "run-subflow": widget(["flow_sid", "flow_revision"], ["completed", "failed"]),
  "say-play": widget([], ["audioComplete"]),
  "search-for-user": widget([], null),
  "send-and-wait-for-reply": widget(["from"], ["incomingMessage", "timeout", "deliveryFailure"]),
  "send-message": widget(["from"], ["sent", "failed"]),
  "send-to-auto-pilot": widget([], null),
  "send-to-flex": widget(["workflow", "channel"], ["callComplete", "failedToEnqueue", "callFailure"]),
  "set-variables": widget([], ["next"]),
  "split-based-on": widget(["input"], ["match", "noMatch"]),
};

/** The comparisons of a split. */
export const CONDITION_TYPES: readonly string[] = [
  ...["equal_to", "not_equal_to", "matches_any_of", "does_not_match_any_of", "contains", "does_not_contain"],
  ...["starts_with", "does_not_start_with", "is_blank", "is_not_blank", "regex", "less_than", "greater_than"],
  ...["is_before_date", "is_after_date", "is_before_time", "is_after_time"],
];
