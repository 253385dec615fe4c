/** The plugins that Flex loads: https://www.twilio.com/docs/flex/developer/plugins/api */
import type { Twilio } from "twilio";
import { hasStatus } from "../live/rest-error";
import { DeployFailure } from "./failure";
import { reasonOf } from "./twilio/reason";

export const PLUGIN_NAME = "plugin-flex-schedule-manager";

const SEMVER = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
export const isPluginVersion = (text: string): boolean => SEMVER.test(text);

/** Released to agents, as by Twilio's own tools. */
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

/** Flex's name for the current release. */
const ACTIVE = "Active";

interface ActiveRelease {
  /** null: there was never a release. */
  readonly configurationSid: string | null;
  readonly plugins: readonly ReleasedPlugin[];
}

/**
 * Reads the current release. A new release replaces it entirely, so an empty one is accepted only if the account
 * has no releases at all: otherwise the plugins of other teams would be dropped.
 */
async function activeRelease(client: Twilio): Promise<ActiveRelease> {
  const { v1 } = client.flexApi;
  try {
    const release = await orNull(v1.pluginReleases(ACTIVE).fetch());
    if (release === null) {
      const [any] = await v1.pluginReleases.list({ limit: 1 });
      if (any !== undefined) throw unreadable("Flex has releases, but none is active");
      return { configurationSid: null, plugins: [] };
    }
    const { configurationSid } = release;
    const plugins = await v1.pluginConfigurations(configurationSid).plugins.list({ pageSize: 100 });
    return { configurationSid, plugins: plugins.map(releasedFrom) };
  } catch (error) {
    if (!(error instanceof Error && "status" in error) || hasStatus(error, 401)) throw error;
    throw unreadable(reasonOf(error).reason);
  }
}

function releasedFrom(plugin: {
  readonly uniqueName: string;
  readonly version: string;
  readonly pluginVersionSid: string | null;
  readonly phase: number | null;
}): ReleasedPlugin {
  const { uniqueName: name, version, pluginVersionSid: versionSid, phase } = plugin;
  if (!versionSid) throw unreadable(`Flex does not report which version of ${name} it loads`);
  return { name, version, versionSid, phase: phase ?? PHASE };
}

const unreadable = (reason: string): DeployFailure =>
  new DeployFailure(
    "release-unreadable",
    `The released plugins could not be determined: ${reason}. A release without them would drop other plugins, so none was created. Check the releases in Flex's plugin dashboard, and run this again.`,
  );

export const releasedPlugins = async (client: Twilio): Promise<readonly ReleasedPlugin[]> =>
  (await activeRelease(client)).plugins;

export interface PluginVersion {
  readonly sid: string;
  readonly version: string;
  readonly changelog: string;
}

export interface KnownPlugin {
  readonly sid: string;
  readonly versions: readonly PluginVersion[];
}

/** The plugin with all its versions; null: Flex has no such plugin yet. */
export async function findPlugin(client: Twilio): Promise<KnownPlugin | null> {
  const all = await client.flexApi.v1.plugins.list({ pageSize: 100 });
  const plugin = all.find(({ uniqueName }) => uniqueName === PLUGIN_NAME);
  if (plugin === undefined) return null;
  const versions = await client.flexApi.v1.plugins(plugin.sid).pluginVersions.list({ pageSize: 100 });
  return {
    sid: plugin.sid,
    versions: versions.map(({ sid, version, changelog }) => ({ sid, version, changelog })),
  };
}

/** @returns its SID */
export async function createPlugin(client: Twilio): Promise<string> {
  const { sid } = await client.flexApi.v1.plugins.create({
    uniqueName: PLUGIN_NAME,
    friendlyName: "Flex Schedule Manager",
    description: "Opening hours, live in Flex",
  });
  return sid;
}

export async function createVersion(
  client: Twilio,
  pluginSid: string,
  given: {
    readonly version: string;
    readonly url: string;
    readonly changelog: string;
    readonly isPublic: boolean;
  },
): Promise<string> {
  const { sid } = await client.flexApi.v1.plugins(pluginSid).pluginVersions.create({
    versionParam: given.version,
    pluginUrl: given.url,
    changelog: given.changelog,
    private: !given.isPublic,
  });
  return sid;
}

/** Most attempts when others release at the same time. */
const ATTEMPTS = 3;

/** Releases a version of the plugin, or with null removes it, and keeps all other released plugins. */
export async function release(client: Twilio, versionSid: string | null, name: string): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await activeRelease(client);
    const others = before.plugins.filter((plugin) => plugin.name !== PLUGIN_NAME);
    const plugins = [
      ...others.map((plugin) => ({ plugin_version: plugin.versionSid, phase: plugin.phase })),
      ...(versionSid === null ? [] : [{ plugin_version: versionSid, phase: PHASE }]),
    ];
    const configuration = await client.flexApi.v1.pluginConfigurations.create({ name, plugins });
    // Flex has no conditional release. Reading again shortens the window for a conflict from seconds to a
    // moment.
    const now = await activeRelease(client);
    if (now.configurationSid !== before.configurationSid) continue;
    await client.flexApi.v1.pluginReleases.create({ configurationId: configuration.sid });
    return;
  }
  throw unreadable("another release was created during each attempt");
}
