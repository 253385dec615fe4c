import { budgetOf } from "@schedule-manager/functions/budget";
import type { Budget } from "@schedule-manager/functions/budget";
import { HttpsCaller } from "@schedule-manager/functions/sync/https-caller";
import { RewritingClient } from "@schedule-manager/functions/sync/rewriting-client";
import type { SyncCaller } from "@schedule-manager/functions/sync/sync-caller";
import { TwilioCaller } from "@schedule-manager/functions/sync/twilio-caller";
import twilio from "twilio";
import { ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../stand-in/dev-values";
import { startStandIn } from "../../stand-in/server";
import type { StandIn } from "../../stand-in/server";
import type { Subject } from "./suite";

export interface StandInSubject extends Subject {
  readonly standIn: StandIn;
}

export type MakeCaller = (apiUrl: string, budget?: Budget, timeout?: number) => SyncCaller;

const AMPLE = 60_000;

export const httpsCaller: MakeCaller = (apiUrl, budget = budgetOf(AMPLE), timeout = AMPLE) =>
  new HttpsCaller({
    user: API_KEY,
    password: API_SECRET,
    serviceSid: SYNC_SERVICE_SID,
    apiUrl,
    budget,
    timeout,
  });

export const twilioCaller: MakeCaller = (apiUrl, budget = budgetOf(AMPLE), timeout = AMPLE) => {
  const httpClient = new RewritingClient(apiUrl, budget, timeout);
  return new TwilioCaller(twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient }), SYNC_SERVICE_SID);
};

export async function standInSubject(make: MakeCaller): Promise<StandInSubject> {
  const standIn = await startStandIn({ port: 0, limits: false });
  const client = twilio(ACCOUNT_SID, AUTH_TOKEN);
  client.sync.baseUrl = standIn.url;
  const service = client.sync.v1.services(SYNC_SERVICE_SID);
  return {
    standIn,
    caller: make(standIn.url),
    addDocument: async (uniqueName, data) => void (await service.documents.create({ uniqueName, data })),
    addMap: async (uniqueName) => void (await service.syncMaps.create({ uniqueName })),
    stop: () => standIn.stop(),
  };
}
