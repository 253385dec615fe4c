import * as Flex from "@twilio/flex-ui";
import { ScheduleManagerPlugin } from "./app/plugin";

interface PluginLoader {
  readonly Plugins: { init(plugin: unknown): void };
}

/** A copy of `@twilio/flex-plugin`'s base: its own build needs constants that only Twilio's builder defines. */
const FlexPlugin = {
  loadPlugin: (plugin: unknown): void => {
    // Flex does not declare `Plugins`.
    (Flex as unknown as PluginLoader).Plugins.init(plugin);
  },
};

FlexPlugin.loadPlugin(ScheduleManagerPlugin);
