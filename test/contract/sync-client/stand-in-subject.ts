import { budgetOf } from "@schedule-manager/functions/budget";
import type { Budget } from "@schedule-manager/functions/budget";
import type { RetryPolicy } from "@schedule-manager/functions/settings";
import type { SyncClient } from "@schedule-manager/functions/sync/sync-client";
import { HttpSyncClient } from "@schedule-manager/functions/sync/http-sync-client";
import twilio from "twilio";
import { ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { startStandIn } from "../../stand-in/server";
import type { StandIn } from "../../stand-in/server";
import type { Subject } from "./suite";

export interface StandInSubject extends Subject {
  readonly standIn: StandIn;
}

export type MakeClient = (
  apiUrl: string,
  budget?: Budget,
  timeout?: number,
  retry?: RetryPolicy,
) => SyncClient;

const AMPLE = 60_000;

/** Without retries, so that a fault is visible at once. */
const NO_RETRY = { limit: 0, minBackoff: 0, maxBackoff: 0 };

export const syncClient: MakeClient = (apiUrl, budget = budgetOf(AMPLE), timeout = AMPLE, retry = NO_RETRY) =>
  new HttpSyncClient({
    user: API_KEY,
    password: API_SECRET,
    serviceSid: SYNC_SERVICE_SID,
    apiUrl,
    budget,
    timeout,
    retry,
  });

export async function standInSubject(make: MakeClient = syncClient): Promise<StandInSubject> {
  const standIn = await startStandIn({ port: 0, limits: false });
  const client = twilio(ACCOUNT_SID, AUTH_TOKEN);
  client.sync.baseUrl = standIn.url;
  const service = client.sync.v1.services(SYNC_SERVICE_SID);
  return {
    standIn,
    client: make(standIn.url),
    addDocument: async (uniqueName, data) => void (await service.documents.create({ uniqueName, data })),
    addMap: async (uniqueName) => void (await service.syncMaps.create({ uniqueName })),
    stop: () => standIn.stop(),
  };
}
