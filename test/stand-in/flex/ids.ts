/** The objects of the stand-in's Flex account. SIDs are well-formed and recognizably artificial. */
const sid = (prefix: string, number: number): string => prefix + String(number).padStart(32, "0");

export const WORKSPACE_SID = sid("WS", 1);
export const WORKFLOW_SID = sid("WW", 1);
export const FLEX_INSTANCE_SID = sid("GO", 1);
export const FLEX_SERVICE_SID = sid("FO", 1);
export const CONVERSATIONS_SERVICE_SID = sid("IS", 90);
export const CHAT_SERVICE_SID = sid("IS", 91);

export interface Named {
  readonly sid: string;
  readonly name: string;
}

export interface ActivityKind extends Named {
  readonly available: boolean;
}

export const ACTIVITIES: readonly ActivityKind[] = [
  { sid: sid("WA", 1), name: "Offline", available: false },
  { sid: sid("WA", 2), name: "Available", available: true },
  { sid: sid("WA", 3), name: "Unavailable", available: false },
  { sid: sid("WA", 4), name: "Break", available: false },
];
export const OFFLINE = ACTIVITIES[0] as ActivityKind;
export const AVAILABLE = ACTIVITIES[1] as ActivityKind;

export const CHANNELS: readonly Named[] = [
  { sid: sid("TC", 1), name: "default" },
  { sid: sid("TC", 2), name: "voice" },
  { sid: sid("TC", 3), name: "chat" },
  { sid: sid("TC", 4), name: "sms" },
];
export const VOICE = CHANNELS[1] as Named;
export const CHAT = CHANNELS[2] as Named;

/** `Example` has the name of the example schedule, so its badge shows at once. */
export const QUEUES: readonly Named[] = ["Everyone", "Example", "Sales", "Support", "Billing"].map(
  (name, index) => ({
    sid: sid("WQ", index + 1),
    name,
  }),
);
export const EVERYONE = QUEUES[0] as Named;

export const taskSid = (number: number): string => sid("WT", number);
export const reservationSid = (number: number): string => sid("WR", number);
export const callSid = (number: number): string => sid("CA", number);
export const conferenceSid = (number: number): string => sid("CF", number);
export const transferSid = (number: number): string => sid("TT", number);
export const channelSessionSid = (number: number): string => sid("WC", number);
export const interactionSid = (number: number): string => sid("KD", number);
export const channelSid = (number: number): string => sid("UO", number);
export const participantSid = (number: number): string => sid("UT", number);
export const conversationSid = (number: number): string => sid("CH", number);
export const channelTransferSid = (number: number): string => sid("UX", number);
