/** Where plugins are stored: the same place as for Twilio's own tools, so that both work on one account. */
import { randomBytes } from "node:crypto";
import { api } from "@twilio-labs/serverless-api";
import { hasStatus } from "../live/rest-error";
import type { DeployContext } from "./context";
import { readConfiguration, writeConfiguration } from "./flex-configuration";
import { findServiceSid, type DeployTarget, deployTargetOf } from "./deploy-target";
import { PLUGIN_NAME } from "./plugin-service";

const DEFAULT_SERVICE = "default";

async function findPluginService(context: DeployContext): Promise<string | null> {
  const [registered] = (await readConfiguration(context)).serverlessServiceSids;
  if (registered !== undefined) {
    try {
      return (await context.client.serverless.v1.services(registered).fetch()).sid;
    } catch (error) {
      // Registered earlier, and deleted since.
      if (!hasStatus(error, 404)) throw error;
    }
  }
  return findServiceSid(context.serverless, DEFAULT_SERVICE);
}

/** The plugin's environment, created if absent; null in a dry run that would create it. */
export async function ensurePluginTarget(context: DeployContext): Promise<DeployTarget | null> {
  const { client, ledger, serverless } = context;
  const serviceSid =
    (await findPluginService(context)) ??
    (await ledger.change("create the service that holds Flex plugins", async () => {
      const friendlyName = "Flex Plugins Default Service";
      return (await client.serverless.v1.services.create({ uniqueName: DEFAULT_SERVICE, friendlyName })).sid;
    }));
  const environments = serviceSid === null ? [] : await api.listEnvironments(serviceSid, serverless);
  const found = environments.find(({ unique_name: name }) => name === PLUGIN_NAME);
  if (found !== undefined && serviceSid !== null) return deployTargetOf(serverless, serviceSid, found);
  const created = await ledger.change("create the plugin's environment", async () => {
    if (serviceSid === null) throw new Error("there is no service");
    await client.serverless.v1.services(serviceSid).environments.create({
      uniqueName: PLUGIN_NAME,
      domainSuffix: randomBytes(3).toString("hex").slice(0, 5),
    });
    const made = await api.listEnvironments(serviceSid, serverless);
    const environment = made.find(({ unique_name: name }) => name === PLUGIN_NAME);
    if (environment === undefined) throw new Error("the new environment does not exist");
    return deployTargetOf(serverless, serviceSid, environment);
  });
  return created;
}

/** Registers a service with Flex, which loads plugins only from registered ones. */
export async function registerService(context: DeployContext, serviceSid: string): Promise<void> {
  const { serverlessServiceSids } = await readConfiguration(context);
  if (serverlessServiceSids.includes(serviceSid)) return;
  await writeConfiguration(context, { serverless_service_sids: [...serverlessServiceSids, serviceSid] });
}
