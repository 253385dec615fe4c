/** Access tokens with a Sync grant: https://www.twilio.com/docs/iam/access-tokens */
import { ACCOUNT_SID, API_KEY, API_SECRET, SYNC_SERVICE_SID } from "../dev-account";
import { apiKeys } from "../http/accounts";
import { isClaims, isSignedBy, readJwt, signJwt } from "./jwt";

const MAX_TOKEN_SECONDS = 24 * 3600;
const CONTENT = "twilio-fpa;v=1";

export interface SyncGrant {
  readonly identity: string;
  readonly serviceSid: string;
  /** ms since the epoch. */
  readonly expiresAt: number;
}

/** `code` is Twilio's error code; 20104 means expired. */
export type Verified =
  | { readonly ok: true; readonly grant: SyncGrant }
  | { readonly ok: false; readonly code: number; readonly reason: string };

const refused = (code: number, reason: string): Verified => ({ ok: false, code, reason });

/** Checks what Twilio checks: format, key and signature, times, and grant. */
export function verifySyncToken(token: string, now: number): Verified {
  const jwt = readJwt(token);
  if (jwt === null) return refused(20101, "Invalid Access Token");
  const { header, payload } = jwt;
  if (header["alg"] !== "HS256" || header["typ"] !== "JWT" || header["cty"] !== CONTENT) {
    return refused(20102, "Invalid Access Token header");
  }
  const { iss } = payload;
  const secret = typeof iss === "string" ? apiKeys.get(iss) : undefined;
  if (secret === undefined || payload["sub"] !== ACCOUNT_SID) {
    return refused(20103, "Invalid Access Token issuer/subject");
  }
  if (!isSignedBy(token, secret)) return refused(20107, "Invalid Access Token signature");
  const { exp, iat, nbf, grants } = payload;
  if (typeof exp !== "number" || exp * 1000 <= now) return refused(20104, "Access Token expired");
  if (typeof nbf === "number" && nbf * 1000 > now) return refused(20105, "Access Token not yet valid");
  if (typeof iat === "number" && exp - iat > MAX_TOKEN_SECONDS) {
    return refused(20157, "Expiration Time in the Access Token exceeds the maximum");
  }
  const identity = isClaims(grants) ? grants["identity"] : undefined;
  const sync = isClaims(grants) ? grants["data_sync"] : undefined;
  const serviceSid = isClaims(sync) ? sync["service_sid"] : undefined;
  if (typeof identity !== "string" || identity === "" || typeof serviceSid !== "string") {
    return refused(20106, "Invalid Access Token grants");
  }
  return { ok: true, grant: { identity, serviceSid, expiresAt: exp * 1000 } };
}

/** A token in the form of the Twilio libraries. Times in ms since the epoch. */
export function mintSyncToken(options: {
  readonly identity: string;
  readonly now: number;
  readonly expiresAt?: number;
  readonly serviceSid?: string;
}): string {
  const iat = Math.floor(options.now / 1000);
  const exp = Math.floor((options.expiresAt ?? options.now + 3_600_000) / 1000);
  const grants = {
    identity: options.identity,
    data_sync: { service_sid: options.serviceSid ?? SYNC_SERVICE_SID },
  };
  const payload = { jti: `${API_KEY}-${iat}`, grants, iat, exp, iss: API_KEY, sub: ACCOUNT_SID };
  return signJwt({ cty: CONTENT }, payload, API_SECRET);
}
