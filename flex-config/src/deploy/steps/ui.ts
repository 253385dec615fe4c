import type { DeployContext } from "../context";
import { DeployFailure } from "../failure";
import { readConfiguration, writeConfiguration } from "../flex-configuration";
import { differences, isObject, type JsonObject, liveWins } from "../merge";
import { findFunctions } from "../place";

export const FEATURE = "schedule_manager";

export interface UiOptions {
  /** Our own values win over what somebody set in Flex. */
  readonly overwrite: boolean;
}

const featuresOf = (attributes: JsonObject): JsonObject | null => {
  const { custom_data: data } = attributes;
  const features = isObject(data) ? data["features"] : undefined;
  return isObject(features) ? features : null;
};

/** Tells the plugin where the functions are, in Flex's `ui_attributes`. What is live there wins. */
export async function uiStep(context: DeployContext, { overwrite }: UiOptions): Promise<void> {
  const { ledger, settings } = context;
  const { agents } = settings;
  const domain = (await findFunctions(context))?.domain ?? null;
  const feature = {
    enabled: true,
    serverless_domain: domain ?? "(the functions' domain)",
    ...(agents === null ? {} : { agents }),
  };
  const ours: JsonObject = { custom_data: { features: { [FEATURE]: feature } } };
  const merge = (live: JsonObject): JsonObject => (overwrite ? liveWins(live, ours) : liveWins(ours, live));

  const live = (await readConfiguration(context)).uiAttributes;
  const changes = differences(live, merge(live));
  if (changes.length > 0) {
    const words = changes.map(([path, value]) => `${path} = ${JSON.stringify(value)}`).join(", ");
    await ledger.change(`set ${words}`, async () => {
      if (domain === null) {
        throw new DeployFailure(
          "functions-missing",
          "The plugin must be told where the functions are, and there are none yet. Run npm run deploy -- functions first.",
        );
      }
      const { uiAttributes } = await readConfiguration(context);
      await writeConfiguration(context, { ui_attributes: merge(uiAttributes) });
    });
  }

  const there = featuresOf(live)?.[FEATURE];
  if (overwrite || !isObject(there)) return;
  const { enabled, serverless_domain: kept, agents: counted } = there;
  if (enabled === false) ledger.note("The plugin is switched off in Flex (enabled is false); that is kept.");
  if (domain !== null && kept !== undefined && kept !== domain) {
    ledger.note(
      `Flex goes on using the functions at ${JSON.stringify(kept)}: what is live wins. With --overwrite-ui it uses ${domain}.`,
    );
  }
  if (agents !== null && counted !== undefined && counted !== agents) {
    ledger.note(
      `Flex goes on with agents = ${JSON.stringify(counted)}: what is live wins. With --overwrite-ui it is ${agents}.`,
    );
  }
}

/** Takes the plugin's entry out; everything else in `ui_attributes` stays. */
export async function removeUi(context: DeployContext): Promise<void> {
  const { ledger } = context;
  const { uiAttributes } = await readConfiguration(context);
  if (featuresOf(uiAttributes)?.[FEATURE] === undefined) return;
  await ledger.change(`remove custom_data.features.${FEATURE}`, async () => {
    const live = (await readConfiguration(context)).uiAttributes;
    await writeConfiguration(context, { ui_attributes: withoutFeature(live) });
  });
}

function withoutFeature(attributes: JsonObject): JsonObject {
  const { custom_data: data } = attributes;
  const features = featuresOf(attributes);
  if (!isObject(data) || features === null) return attributes;
  const { [FEATURE]: _ours, ...others } = features;
  return { ...attributes, custom_data: { ...data, features: others } };
}
