import { READER } from "@schedule-manager/shared/sync-layout";

type Claims = Readonly<Record<string, unknown>>;

const claimsIn = (value: unknown): Claims =>
  typeof value === "object" && value !== null ? (value as Claims) : {};

/** The claims of a JWT, unverified: Twilio verifies them. */
function claimsOf(token: string): Claims {
  try {
    const [, payload = ""] = token.split(".");
    return claimsIn(JSON.parse(atob(payload.replace(/-/g, "+").replace(/_/g, "/"))));
  } catch {
    return {};
  }
}

/** ms since the epoch at which a token ends; null: it does not say. */
export function endOf(token: string): number | null {
  const { exp } = claimsOf(token);
  return typeof exp === "number" ? exp * 1000 : null;
}

/**
 * Whether a token is one that our functions mint for readers of this account. A token that says so and was not minted
 * there has no signature that Twilio accepts, so this keeps out tokens of other accounts, services and identities.
 */
export function isReaderToken(token: string, accountSid: string, serviceSid: string): boolean {
  const { sub, grants } = claimsOf(token);
  const { identity, data_sync: sync } = claimsIn(grants);
  return sub === accountSid && identity === READER && claimsIn(sync)["service_sid"] === serviceSid;
}
