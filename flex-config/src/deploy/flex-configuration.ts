/** Flex's configuration. A write replaces each property whole, so that it is read just before and merged. */
import type { DeployContext } from "./context";
import { isObject, type JsonObject } from "./merge";

export interface FlexConfiguration {
  readonly uiAttributes: JsonObject;
  readonly serverlessServiceSids: readonly string[];
}

export async function readConfiguration({ client }: DeployContext): Promise<FlexConfiguration> {
  const configuration = await client.flexApi.v1.configuration().fetch();
  const uiAttributes: unknown = configuration.uiAttributes;
  const { serverlessServiceSids } = configuration;
  return {
    uiAttributes: isObject(uiAttributes) ? uiAttributes : {},
    // Null in accounts that have none.
    serverlessServiceSids: Array.isArray(serverlessServiceSids) ? serverlessServiceSids : [],
  };
}

export async function writeConfiguration(
  { client, settings }: DeployContext,
  properties:
    { readonly ui_attributes: JsonObject } | { readonly serverless_service_sids: readonly string[] },
): Promise<void> {
  await client.flexApi.v1.configuration().update({ account_sid: settings.accountSid, ...properties });
}
