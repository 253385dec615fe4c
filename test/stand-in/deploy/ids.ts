import { randomBytes } from "node:crypto";

/** A SID in Twilio's form: two letters and 32 hexadecimal digits. */
export const newSid = (prefix: string): string => prefix + randomBytes(16).toString("hex");
