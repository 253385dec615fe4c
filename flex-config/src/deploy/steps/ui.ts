import type { DeployContext } from "../context";
import { DeployFailure } from "../failure";
import { readConfiguration, writeConfiguration } from "../flex-configuration";
import { differences, isObject, type Json, type JsonObject, liveWins } from "../merge";
import { isOurFunctions } from "../our-functions";
import { findFunctions } from "../deploy-target";

/** Key of the settings in Flex's `ui_attributes.custom_data.features`. The plugin reads it first. */
const FEATURE = "flex_schedule_manager";
/** Key of Twilio's sample, also used by earlier versions of this product. */
const SHARED_FEATURE = "schedule_manager";

export interface UiOptions {
  /** Replaces values that are set in Flex. */
  readonly overwrite: boolean;
}

const featuresOf = (attributes: JsonObject): JsonObject => {
  const { custom_data: data } = attributes;
  const features = isObject(data) ? data["features"] : undefined;
  return isObject(features) ? features : {};
};

interface Keys {
  /** Key of our settings. */
  readonly ours: string;
  /** Domain of foreign functions under the shared key; undefined: none. */
  readonly foreign: Json | undefined;
}

/** An entry without a domain, or with the domain of other functions, is foreign. */
async function keysOf(context: DeployContext, features: JsonObject, own: string | null): Promise<Keys> {
  const shared = features[SHARED_FEATURE];
  if (shared === undefined) return { ours: FEATURE, foreign: undefined };
  const domain = isObject(shared) ? (shared["serverless_domain"] ?? null) : null;
  const isOurs = (own !== null && domain === own) || (await isOurFunctions(context, domain));
  if (!isOurs) return { ours: FEATURE, foreign: domain };
  return { ours: features[FEATURE] === undefined ? SHARED_FEATURE : FEATURE, foreign: undefined };
}

/** Sets the address of the functions in Flex's `ui_attributes`. Values already set there are kept. */
export async function uiStep(context: DeployContext, { overwrite }: UiOptions): Promise<void> {
  const { ledger, settings } = context;
  const { agents } = settings;
  const domain = (await findFunctions(context))?.domain ?? null;
  const live = (await readConfiguration(context)).uiAttributes;
  const keys = await keysOf(context, featuresOf(live), domain);
  const feature = {
    enabled: true,
    serverless_domain: domain ?? "(the functions' domain)",
    ...(agents === null ? {} : { agents }),
  };
  const ours: JsonObject = { custom_data: { features: { [keys.ours]: feature } } };
  const merge = (attributes: JsonObject): JsonObject =>
    overwrite ? liveWins(attributes, ours) : liveWins(ours, attributes);

  const changes = differences(live, merge(live));
  if (changes.length > 0) {
    const description = changes.map(([path, value]) => `${path} = ${JSON.stringify(value)}`).join(", ");
    await ledger.change(`set ${description}`, async () => {
      if (domain === null) {
        throw new DeployFailure(
          "functions-missing",
          "The plugin needs the address of the functions, which are not deployed yet. Run npm run deploy -- functions first.",
        );
      }
      const { uiAttributes } = await readConfiguration(context);
      await writeConfiguration(context, { ui_attributes: merge(uiAttributes) });
    });
  }

  if (keys.foreign !== undefined) {
    ledger.note(
      `The settings ${SHARED_FEATURE} in Flex belong to another plugin (its functions: ${JSON.stringify(keys.foreign)}), such as Twilio's sample, and are kept. The Schedule Manager uses ${FEATURE}. Both plugins can run side by side.`,
    );
  }
  const current = featuresOf(live)[keys.ours];
  if (overwrite || !isObject(current)) return;
  const { enabled, serverless_domain: kept, agents: counted } = current;
  if (enabled === false)
    ledger.note("The plugin is disabled in Flex (enabled is false); this setting is kept.");
  if (domain !== null && kept !== undefined && kept !== domain) {
    ledger.note(
      `Flex keeps using the functions at ${JSON.stringify(kept)}, because values set in Flex take precedence. Use --overwrite-ui to change it to ${domain}.`,
    );
  }
  if (agents !== null && counted !== undefined && counted !== agents) {
    ledger.note(
      `Flex keeps agents = ${JSON.stringify(counted)}, because values set in Flex take precedence. Use --overwrite-ui to change it to ${agents}.`,
    );
  }
}

/** Removes the plugin's entries; everything else in `ui_attributes` stays, including Twilio's sample. */
export async function removeUi(context: DeployContext): Promise<void> {
  const { ledger } = context;
  const { uiAttributes } = await readConfiguration(context);
  const features = featuresOf(uiAttributes);
  const domain = (await findFunctions(context))?.domain ?? null;
  const { foreign } = await keysOf(context, features, domain);
  if (foreign !== undefined) {
    ledger.note(`The settings ${SHARED_FEATURE} in Flex belong to another plugin and are kept.`);
  }
  const keys = [FEATURE, ...(foreign === undefined ? [SHARED_FEATURE] : [])].filter(
    (key) => features[key] !== undefined,
  );
  for (const key of keys) {
    await ledger.change(`remove custom_data.features.${key}`, async () => {
      const live = (await readConfiguration(context)).uiAttributes;
      await writeConfiguration(context, { ui_attributes: withoutFeature(live, key) });
    });
  }
}

function withoutFeature(attributes: JsonObject, key: string): JsonObject {
  const { custom_data: data } = attributes;
  if (!isObject(data)) return attributes;
  const { [key]: _ours, ...others } = featuresOf(attributes);
  return { ...attributes, custom_data: { ...data, features: others } };
}
