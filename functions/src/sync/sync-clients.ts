import type { Budget } from "../budget";
import type { Settings } from "../settings";
import type { SyncClient } from "./sync-client";
import { HttpSyncClient } from "./http-sync-client";

/** Timeout of one request to Sync in ms. A publisher has 7 s, so it can retry a hanging write. */
const REQUEST_TIMEOUT = 3000;

/** Creates a client for one piece of work with a budget. */
export type SyncClients = (budget: Budget) => SyncClient;

/** Prefers the API key, because an auth token has more permissions than Sync requires. */
const credentials = (settings: Settings): readonly [string, string] =>
  settings.apiKey !== "" && settings.apiSecret !== ""
    ? [settings.apiKey, settings.apiSecret]
    : [settings.accountSid, settings.authToken];

/**
 * @param onSent called when a request is sent
 */
export function syncClients(settings: Settings, onSent?: () => void): SyncClients {
  const [user, password] = credentials(settings);
  const { serviceSid, apiUrl, retry } = settings;
  return (budget) =>
    new HttpSyncClient({
      user,
      password,
      serviceSid,
      apiUrl,
      budget,
      timeout: REQUEST_TIMEOUT,
      retry,
      onSent,
    });
}
