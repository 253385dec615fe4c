import { newSid } from "../../../stand-in/deploy/ids";
import type { Plugins } from "../../../stand-in/deploy/plugins/store";

/** Releases only a plugin of another team. */
export function releaseOther(store: Plugins): void {
  const created = store.now();
  const version = {
    sid: newSid("FV"),
    version: "1.0.0",
    url: "https://other-1234.twil.io/bundle.js",
    changelog: "",
    isPrivate: false,
    created,
  };
  const names = { uniqueName: "plugin-other", friendlyName: "Other", description: "" };
  const plugin = { sid: newSid("FP"), ...names, created, versions: [version] };
  store.plugins.push(plugin);
  const plugins = [{ plugin, version, phase: 3 }];
  const configuration = { sid: newSid("FJ"), name: "theirs", description: "", created, plugins };
  store.configurations.push(configuration);
  store.releases.push({ sid: newSid("FK"), configuration, created });
}
