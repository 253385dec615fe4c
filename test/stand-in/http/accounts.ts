import type { IncomingHttpHeaders } from "node:http";
import { ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN } from "../dev-account";

/** The account's API keys and their secrets; creating a key adds one. */
export const apiKeys = new Map([[API_KEY, API_SECRET]]);

/** Whether Basic auth carries the account's auth token or one of its API keys. */
export function isAuthorized(headers: IncomingHttpHeaders): boolean {
  const [scheme, encoded] = (headers.authorization ?? "").split(" ");
  if (scheme?.toLowerCase() !== "basic" || encoded === undefined) return false;
  const [user = "", password = ""] = split(Buffer.from(encoded, "base64").toString());
  return user === ACCOUNT_SID ? password === AUTH_TOKEN : apiKeys.has(user) && apiKeys.get(user) === password;
}

function split(pair: string): readonly string[] {
  const colon = pair.indexOf(":");
  return colon < 0 ? [] : [pair.slice(0, colon), pair.slice(colon + 1)];
}
