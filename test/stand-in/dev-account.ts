/**
 * The stand-in's fixed values: well-formed, recognizably artificial, and the same at every start, so that any Twilio
 * library can connect to it. None of them is a secret.
 */

export const ACCOUNT_SID = "AC00000000000000000000000000000001";
/** Twilio's local runtime requires exactly 32 characters. */
export const AUTH_TOKEN = "00000000000000000000000000000002";
export const API_KEY = "SK00000000000000000000000000000003";
export const API_SECRET = "00000000000000000000000000000004";
export const SYNC_SERVICE_SID = "IS00000000000000000000000000000005";

/** The account's default Sync service, which every Flex token can access. */
export const DEFAULT_SYNC_SERVICE_SID = "IS00000000000000000000000000000006";

export interface Person {
  /** The values of `?as=`. */
  readonly name: string;
  readonly fullName: string;
  readonly email: string;
  /** Flex encodes the special characters of the e-mail address in an identity. */
  readonly identity: string;
  readonly roles: readonly string[];
  readonly workerSid: string;
  readonly flexUserSid: string;
  /** A Flex token that never expires. */
  readonly token: string;
  /** Channels on which customers reach this person, for agents. */
  readonly channel: "voice" | "chat";
}

function person(
  name: string,
  fullName: string,
  role: string,
  number: number,
  channel: Person["channel"] = "voice",
): Person {
  const digits = String(number).padStart(32, "0");
  return {
    name,
    fullName,
    email: `${name}@example.com`,
    identity: `${name}_40example_2Ecom`,
    roles: [role],
    workerSid: `WK${digits}`,
    flexUserSid: `FU${digits}`,
    token: `flex-token-${name}`,
    channel,
  };
}

export const PERSONS: readonly Person[] = [
  person("ada", "Ada Lindqvist", "admin", 1),
  person("bo", "Bo Okafor", "admin", 2),
  person("sam", "Sam Rivera", "agent", 3),
  person("sue", "Sue Tanaka", "supervisor", 4),
  person("kim", "Kim Duarte", "agent", 5, "chat"),
];

export const personNamed = (name: string): Person | undefined =>
  PERSONS.find((person) => person.name === name);
