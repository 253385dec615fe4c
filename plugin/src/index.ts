import * as Flex from "@twilio/flex-ui";
import { ScheduleManagerPlugin } from "./app/plugin";

interface PluginLoader {
  readonly Plugins: { init(plugin: unknown): void };
}

/** As `@twilio/flex-plugin` has it, whose build needs constants that only Twilio's own builder defines. */
const FlexPlugin = {
  loadPlugin: (plugin: unknown): void => {
    (Flex as unknown as PluginLoader).Plugins.init(plugin);
  },
};

FlexPlugin.loadPlugin(ScheduleManagerPlugin);
