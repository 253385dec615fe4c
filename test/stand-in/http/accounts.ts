import type { IncomingHttpHeaders } from "node:http";
import { ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN } from "../dev-values";

/** Whether Basic auth carries the account's auth token or its API key. */
export function isAuthorized(headers: IncomingHttpHeaders): boolean {
  const [scheme, encoded] = (headers.authorization ?? "").split(" ");
  if (scheme?.toLowerCase() !== "basic" || encoded === undefined) return false;
  const pair = Buffer.from(encoded, "base64").toString();
  return pair === `${ACCOUNT_SID}:${AUTH_TOKEN}` || pair === `${API_KEY}:${API_SECRET}`;
}
