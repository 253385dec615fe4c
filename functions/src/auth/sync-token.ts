import AccessToken, { SyncGrant } from "twilio/lib/jwt/AccessToken";
import type { Settings } from "../settings";

export type SyncIdentity = "schedule-reader" | "schedule-viewer" | "schedule-editor";

/** Seconds: a working day, so that mass logins do not repeat every hour. */
export const READER_TTL = 12 * 60 * 60;
/** Seconds: shorter, because a person whose role was revoked keeps the token's permissions until it expires. */
export const EDITOR_TTL = 4 * 60 * 60;

/** A Sync access token: https://www.twilio.com/docs/sync/identity-and-access-tokens */
export function mintSyncToken(identity: SyncIdentity, ttl: number, settings: Settings): string {
  const token = new AccessToken(settings.accountSid, settings.apiKey, settings.apiSecret, { identity, ttl });
  token.addGrant(new SyncGrant({ serviceSid: settings.serviceSid }));
  return token.toJwt();
}
