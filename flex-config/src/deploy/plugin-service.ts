/** Which plugins Flex loads: https://www.twilio.com/docs/flex/developer/plugins/api */
import type { Twilio } from "twilio";
import { hasStatus } from "../setup/rest-error";

export const PLUGIN_NAME = "plugin-flex-schedule-manager";

/** Agents get it, as Twilio's own tools release it. */
const PHASE = 3;

export interface ReleasedPlugin {
  readonly name: string;
  readonly version: string;
  readonly versionSid: string;
  readonly phase: number;
}

const orNull = async <T>(read: Promise<T>): Promise<T | null> => {
  try {
    return await read;
  } catch (error) {
    if (hasStatus(error, 404)) return null;
    throw error;
  }
};

/** What Flex loads now; empty before the first release. */
export async function releasedPlugins(client: Twilio): Promise<readonly ReleasedPlugin[]> {
  const release = await orNull(client.flexApi.v1.pluginReleases("active").fetch());
  if (release === null) return [];
  const configuration = client.flexApi.v1.pluginConfigurations(release.configurationSid);
  const plugins = await configuration.plugins.list({ pageSize: 100 });
  return plugins.map(({ uniqueName, version, pluginVersionSid, phase }) => ({
    name: uniqueName,
    version,
    versionSid: pluginVersionSid,
    phase,
  }));
}

export interface PluginVersion {
  readonly sid: string;
  readonly version: string;
  readonly changelog: string;
}

/** All versions of our plugin; null: Flex does not know it yet. */
export async function pluginVersions(client: Twilio): Promise<readonly PluginVersion[] | null> {
  const plugin = await orNull(client.flexApi.v1.plugins(PLUGIN_NAME).fetch());
  if (plugin === null) return null;
  const versions = await client.flexApi.v1.plugins(PLUGIN_NAME).pluginVersions.list({ pageSize: 100 });
  return versions.map(({ sid, version, changelog }) => ({ sid, version, changelog }));
}

export async function createPlugin(client: Twilio): Promise<void> {
  await client.flexApi.v1.plugins.create({
    uniqueName: PLUGIN_NAME,
    friendlyName: "Flex Schedule Manager",
    description: "Opening hours, live in Flex",
  });
}

export async function createVersion(
  client: Twilio,
  given: {
    readonly version: string;
    readonly url: string;
    readonly changelog: string;
    readonly isPublic: boolean;
  },
): Promise<string> {
  const { sid } = await client.flexApi.v1.plugins(PLUGIN_NAME).pluginVersions.create({
    versionParam: given.version,
    pluginUrl: given.url,
    changelog: given.changelog,
    private: !given.isPublic,
  });
  return sid;
}

/** Releases our plugin in this version, or with null not at all, beside all others that are released. */
export async function release(client: Twilio, versionSid: string | null, name: string): Promise<void> {
  const others = (await releasedPlugins(client)).filter((plugin) => plugin.name !== PLUGIN_NAME);
  const plugins = [
    ...others.map((plugin) => ({ plugin_version: plugin.versionSid, phase: plugin.phase })),
    ...(versionSid === null ? [] : [{ plugin_version: versionSid, phase: PHASE }]),
  ];
  const configuration = await client.flexApi.v1.pluginConfigurations.create({ name, plugins });
  await client.flexApi.v1.pluginReleases.create({ configurationId: configuration.sid });
}
