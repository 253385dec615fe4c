/** Flex plugins: https://www.twilio.com/docs/flex/developer/plugins/api */
import { invalid, missing } from "../routes";

export interface PluginVersion {
  readonly sid: string;
  readonly version: string;
  readonly url: string;
  readonly changelog: string;
  readonly isPrivate: boolean;
  readonly created: number;
}

export interface Plugin {
  readonly sid: string;
  readonly uniqueName: string;
  readonly friendlyName: string;
  readonly description: string;
  readonly created: number;
  readonly versions: PluginVersion[];
}

export interface Configured {
  readonly plugin: Plugin;
  readonly version: PluginVersion;
  readonly phase: number;
}

export interface Configuration {
  readonly sid: string;
  readonly name: string;
  readonly description: string;
  readonly created: number;
  readonly plugins: readonly Configured[];
}

export interface Release {
  readonly sid: string;
  readonly configuration: Configuration;
  readonly created: number;
}

export class Plugins {
  readonly plugins: Plugin[] = [];
  readonly configurations: Configuration[] = [];
  readonly releases: Release[] = [];

  constructor(readonly now: () => number) {}

  /** Finds by SID only, as in Twilio's OpenAPI document. */
  plugin(id: string): Plugin {
    const found = this.plugins.find(({ sid }) => sid === id);
    if (found === undefined) throw missing(`Plugin ${id}`);
    return found;
  }

  configuration(sid: string): Configuration {
    const found = this.configurations.find((configuration) => configuration.sid === sid);
    if (found === undefined) throw missing(`Configuration ${sid}`);
    return found;
  }

  release(id: string): Release {
    // Twilio documents this one field with a capital letter:
    // https://www.twilio.com/docs/flex/developer/plugins/api/release-update
    const found = id === "Active" ? this.releases.at(-1) : this.releases.find(({ sid }) => sid === id);
    if (found === undefined) throw missing(`Release ${id}`);
    return found;
  }

  /** The plugins that the Flex page loads, with addresses of its own origin; null before the first release. */
  onPage(): readonly { readonly name: string; readonly version: string; readonly src: string }[] | null {
    const release = this.releases.at(-1);
    if (release === undefined) return null;
    return release.configuration.plugins.map(({ plugin, version }) => {
      const { host, pathname } = new URL(version.url);
      return { name: plugin.uniqueName, version: version.version, src: `/__tw/${host}${pathname}` };
    });
  }

  configured(text: string): Configured {
    const { plugin_version: sid, phase } = JSON.parse(text) as { plugin_version?: unknown; phase?: unknown };
    for (const plugin of this.plugins) {
      const version = plugin.versions.find((one) => one.sid === sid);
      if (version !== undefined) return { plugin, version, phase: typeof phase === "number" ? phase : 3 };
    }
    throw invalid(`There is no plugin version ${String(sid)}`);
  }
}
