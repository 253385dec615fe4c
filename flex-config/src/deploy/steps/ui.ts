import type { DeployContext } from "../context";
import { DeployFailure } from "../failure";
import { readConfiguration, writeConfiguration } from "../flex-configuration";
import { differences, isObject, type Json, type JsonObject, liveWins } from "../merge";
import { isOurFunctions } from "../our-functions";
import { findFunctions } from "../deploy-target";

/** Where our settings are in Flex's `ui_attributes.custom_data.features`. The plugin reads it first. */
const FEATURE = "flex_schedule_manager";
/** Where Twilio's sample has its settings, and earlier versions of this product ours. */
const SHARED_FEATURE = "schedule_manager";

export interface UiOptions {
  /** Our own values win over what somebody set in Flex. */
  readonly overwrite: boolean;
}

const featuresOf = (attributes: JsonObject): JsonObject => {
  const { custom_data: data } = attributes;
  const features = isObject(data) ? data["features"] : undefined;
  return isObject(features) ? features : {};
};

interface Keys {
  /** Holds our settings, or will. */
  readonly ours: string;
  /** The domain of somebody else's functions under the key that is shared; undefined: there are none. */
  readonly foreign: Json | undefined;
}

/** An entry without a domain, or whose domain is not ours, is somebody else's. */
async function keysOf(context: DeployContext, features: JsonObject, own: string | null): Promise<Keys> {
  const shared = features[SHARED_FEATURE];
  if (shared === undefined) return { ours: FEATURE, foreign: undefined };
  const domain = isObject(shared) ? (shared["serverless_domain"] ?? null) : null;
  const isOurs = (own !== null && domain === own) || (await isOurFunctions(context, domain));
  if (!isOurs) return { ours: FEATURE, foreign: domain };
  return { ours: features[FEATURE] === undefined ? SHARED_FEATURE : FEATURE, foreign: undefined };
}

/** Tells the plugin where the functions are, in Flex's `ui_attributes`. What is live there wins. */
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

  if (keys.foreign !== undefined) {
    ledger.note(
      `The settings ${SHARED_FEATURE} in Flex are not ours (their functions: ${JSON.stringify(keys.foreign)}), as with Twilio's sample: they stay as they are, and ours are under ${FEATURE}. Both plugins can run side by side.`,
    );
  }
  const there = featuresOf(live)[keys.ours];
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

/** Takes the plugin's entries out; everything else in `ui_attributes` stays, Twilio's sample included. */
export async function removeUi(context: DeployContext): Promise<void> {
  const { ledger } = context;
  const { uiAttributes } = await readConfiguration(context);
  const features = featuresOf(uiAttributes);
  const domain = (await findFunctions(context))?.domain ?? null;
  const { foreign } = await keysOf(context, features, domain);
  if (foreign !== undefined) {
    ledger.note(`The settings ${SHARED_FEATURE} in Flex are not ours; they stay.`);
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
