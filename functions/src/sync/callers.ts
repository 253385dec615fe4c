import type { Budget } from "../budget";
import type { Settings } from "../settings";
import { HttpsCaller } from "./https-caller";
import { retryTools, retryingCaller } from "./retrying-caller";
import type { SyncCaller } from "./sync-caller";

/** ms that one request to Sync may take. */
export const READ_TIMEOUT = 4000;

/** Makes a caller for one piece of work that has a budget. */
export type Callers = (budget: Budget) => SyncCaller;

/** API key first: an auth token has more power than reading needs. */
export const credentials = (settings: Settings): readonly [string, string] =>
  settings.apiKey !== "" && settings.apiSecret !== ""
    ? [settings.apiKey, settings.apiSecret]
    : [settings.accountSid, settings.authToken];

/** Sync over plain HTTPS, with retries. @param onSent called when a request has left */
export function httpsCallers(settings: Settings, onSent?: () => void): Callers {
  const [user, password] = credentials(settings);
  const { serviceSid, apiUrl } = settings;
  return (budget) =>
    retryingCaller(
      new HttpsCaller({ user, password, serviceSid, apiUrl, budget, timeout: READ_TIMEOUT, onSent }),
      settings.retry,
      retryTools(budget),
    );
}
