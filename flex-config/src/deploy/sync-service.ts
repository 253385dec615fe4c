import { hasStatus } from "../live/rest-error";
import type { AccountContext } from "./context";
import { DeployFailure } from "./failure";
import { findFunctions } from "./deploy-target";

/** Identifies the service in later runs. */
export const SYNC_SERVICE_NAME = "Flex Schedule Manager";

/**
 * The Sync service with the schedules: the configured one, otherwise the one that the deployed functions use (it
 * may have been renamed), otherwise the one with our name. null: none yet.
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
        `The Sync service ${set} in ${from} SYNC_SERVICE_SID does not exist. Correct it, or remove it to find a service by name or create one.`,
      );
    }
  }
  const services = await client.sync.v1.services.list({ pageSize: 100 });
  const ours = services.filter(({ friendlyName }) => friendlyName === SYNC_SERVICE_NAME);
  if (ours.length > 1) {
    throw new DeployFailure(
      "sync-service-ambiguous",
      `There are ${ours.length} Sync services named "${SYNC_SERVICE_NAME}": ${ours.map(({ sid }) => sid).join(", ")}. Set SYNC_SERVICE_SID to the one with the schedules.`,
    );
  }
  return ours[0]?.sid ?? null;
}

/** Such a service; a failure if there is none yet. */
export async function existingSyncService(context: AccountContext): Promise<string> {
  const serviceSid = await findSyncService(context);
  if (serviceSid !== null) return serviceSid;
  throw new DeployFailure(
    "sync-service-missing",
    "The Schedule Manager's Sync service does not exist yet: deploy first.",
  );
}
