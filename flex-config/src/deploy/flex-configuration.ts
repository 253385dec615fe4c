/** Flex's configuration. A write replaces each property as a whole, so callers read and merge just before. */
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
    // Null in accounts without any.
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
