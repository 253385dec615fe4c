import { hasStatus } from "../live/rest-error";
import type { AccountContext } from "./context";
import { DeployFailure } from "./failure";
import { findFunctions } from "./deploy-target";

/** By which the service is found again. */
export const SYNC_SERVICE_NAME = "Flex Schedule Manager";

/**
 * The Sync service that holds the schedules: the one that is set, else the one that the deployed functions use (it
 * may have been renamed), else the one of our name. null: there is none yet.
 */
export async function findSyncService(context: AccountContext): Promise<string | null> {
  const { client, settings } = context;
  const set = settings.syncServiceSid ?? (await findFunctions(context))?.variables.get("SYNC_SERVICE_SID");
  if (set !== undefined) {
    try {
      return (await client.sync.v1.services(set).fetch()).sid;
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
      const from = settings.syncServiceSid === null ? "the functions' variable" : "the setting";
      throw new DeployFailure(
        "sync-service-missing",
        `There is no Sync service ${set}, which ${from} SYNC_SERVICE_SID names. Correct it, or remove it to have a service found by its name or created.`,
      );
    }
  }
  const services = await client.sync.v1.services.list({ pageSize: 100 });
  const ours = services.filter(({ friendlyName }) => friendlyName === SYNC_SERVICE_NAME);
  if (ours.length > 1) {
    throw new DeployFailure(
      "sync-service-ambiguous",
      `There are ${ours.length} Sync services called "${SYNC_SERVICE_NAME}": ${ours.map(({ sid }) => sid).join(", ")}. Set SYNC_SERVICE_SID to the one that holds the schedules.`,
    );
  }
  return ours[0]?.sid ?? null;
}
