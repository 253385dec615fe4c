import { ACCOUNT_SID } from "../../dev-account";
import { restDate } from "../../rest/shapes";
import type { Configuration, Configured, Plugin, PluginVersion, Release } from "./store";

const account = { account_sid: ACCOUNT_SID, archived: false, url: "" };

export const pluginShape = ({ sid, uniqueName, friendlyName, description, created: at }: Plugin) => ({
  ...account,
  sid,
  unique_name: uniqueName,
  friendly_name: friendlyName,
  description,
  date_created: restDate(at),
  date_updated: restDate(at),
  links: {},
});

export const versionShape = (plugin: Plugin, one: PluginVersion) => ({
  ...account,
  sid: one.sid,
  plugin_sid: plugin.sid,
  version: one.version,
  plugin_url: one.url,
  changelog: one.changelog,
  private: one.isPrivate,
  validated: false,
  date_created: restDate(one.created),
});

export const configurationShape = ({ sid, name, description, created: at }: Configuration) => ({
  ...account,
  sid,
  name,
  description,
  date_created: restDate(at),
  links: {},
});

export const configuredShape = ({ sid }: Configuration, { plugin, version, phase }: Configured) => ({
  ...account,
  configuration_sid: sid,
  plugin_sid: plugin.sid,
  plugin_version_sid: version.sid,
  phase,
  plugin_url: version.url,
  unique_name: plugin.uniqueName,
  friendly_name: plugin.friendlyName,
  description: plugin.description,
  plugin_archived: false,
  version: version.version,
  changelog: version.changelog,
  plugin_version_archived: false,
  private: version.isPrivate,
  date_created: restDate(version.created),
});

export const releaseShape = ({ sid, configuration, created: at }: Release) => ({
  ...account,
  sid,
  configuration_sid: configuration.sid,
  date_created: restDate(at),
});
