import { newSid } from "../ids";
import { conflict, created, invalid, ok, page, type Route } from "../routes";
import { configurationShape, configuredShape, pluginShape, releaseShape, versionShape } from "./shapes";
import type { Configuration, Plugin, Plugins, PluginVersion, Release } from "./store";

const BASE = "/v1/PluginService";
const SEMVER = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;

export const pluginRoutes = (store: Plugins): readonly Route[] => [
  ["GET", `${BASE}/Plugins`, (call) => page(call, "plugins", store.plugins, ({ sid }) => sid, pluginShape)],
  ["GET", `${BASE}/Plugins/*`, ({ ids }) => ok(pluginShape(store.plugin(ids[0] ?? "")))],
  [
    "POST",
    `${BASE}/Plugins`,
    ({ form }) => {
      const uniqueName = form.required("UniqueName");
      if (store.plugins.some((plugin) => plugin.uniqueName === uniqueName)) {
        throw conflict(`Plugin ${uniqueName} already exists`);
      }
      const plugin: Plugin = {
        sid: newSid("FP"),
        uniqueName,
        friendlyName: form.text("FriendlyName") ?? uniqueName,
        description: form.text("Description") ?? "",
        created: store.now(),
        versions: [],
      };
      store.plugins.push(plugin);
      return created(pluginShape(plugin));
    },
  ],
  [
    "GET",
    `${BASE}/Plugins/*/Versions`,
    (call) => {
      const plugin = store.plugin(call.ids[0] ?? "");
      return page(
        call,
        "plugin_versions",
        plugin.versions,
        ({ sid }) => sid,
        (one) => versionShape(plugin, one),
      );
    },
  ],
  [
    "POST",
    `${BASE}/Plugins/*/Versions`,
    ({ form, ids }) => {
      const plugin = store.plugin(ids[0] ?? "");
      const version = form.required("Version");
      if (!SEMVER.test(version)) throw invalid(`${version} is not a version`);
      if (plugin.versions.some((one) => one.version === version)) {
        throw conflict(`Version ${version} of ${plugin.uniqueName} already exists`);
      }
      const one: PluginVersion = {
        sid: newSid("FV"),
        version,
        url: form.required("PluginUrl"),
        changelog: form.text("Changelog") ?? "",
        isPrivate: form.flag("Private"),
        created: store.now(),
      };
      plugin.versions.push(one);
      return created(versionShape(plugin, one));
    },
  ],
  [
    "POST",
    `${BASE}/Configurations`,
    ({ form }) => {
      const plugins = form.all("Plugins").map((text) => store.configured(text));
      const configuration: Configuration = {
        sid: newSid("FJ"),
        name: form.required("Name"),
        description: form.text("Description") ?? "",
        created: store.now(),
        plugins,
      };
      store.configurations.push(configuration);
      return created(configurationShape(configuration));
    },
  ],
  ["GET", `${BASE}/Configurations/*`, ({ ids }) => ok(configurationShape(store.configuration(ids[0] ?? "")))],
  [
    "GET",
    `${BASE}/Configurations/*/Plugins`,
    (call) => {
      const configuration = store.configuration(call.ids[0] ?? "");
      return page(
        call,
        "plugins",
        configuration.plugins,
        ({ plugin }) => plugin.sid,
        (each) => configuredShape(configuration, each),
      );
    },
  ],
  [
    "GET",
    `${BASE}/Releases`,
    (call) => page(call, "releases", [...store.releases].reverse(), ({ sid }) => sid, releaseShape),
  ],
  ["GET", `${BASE}/Releases/*`, ({ ids }) => ok(releaseShape(store.release(ids[0] ?? "")))],
  [
    "POST",
    `${BASE}/Releases`,
    ({ form }) => {
      const configuration = store.configuration(form.required("ConfigurationId"));
      const release: Release = { sid: newSid("FK"), configuration, created: store.now() };
      store.releases.push(release);
      return created(releaseShape(release));
    },
  ],
];
