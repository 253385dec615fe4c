/** The build settings that the main script and its chunks share. */
import { fileURLToPath } from "node:url";
import type { InlineConfig, Plugin } from "vite";
import { pasteModules } from "./paste-modules";
import { syncSdk } from "./sync-sdk";

// Builds are for production under a test runner too: otherwise Vite compiles JSX for development.
process.env["NODE_ENV"] = "production";

/** Modules that Flex puts on `window`. A second copy of React would break hooks. */
const FROM_WINDOW: Readonly<Record<string, string>> = {
  react: "window.React",
  "react-dom": "window.ReactDOM",
  redux: "window.Redux",
  "react-redux": "window.ReactRedux",
  "@twilio/flex-ui": "window.Twilio.Flex",
};

const PREFIX = "\0from-window:";

/** A plugin instead of `external` with `globals`, which leaves `require` calls in CommonJS dependencies. */
function fromWindow(): Plugin {
  return {
    name: "from-window",
    enforce: "pre",
    resolveId: (id) => (id in FROM_WINDOW ? PREFIX + id : null),
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const global = FROM_WINDOW[id.slice(PREFIX.length)];
      return global === undefined ? null : `module.exports = ${global};`;
    },
  };
}

/** Twilio's plugin builder passes the script through webpack 4, which parses no newer syntax. */
export const TARGET = "es2018";

export const common: InlineConfig = {
  root: fileURLToPath(new URL(".", import.meta.url)),
  configFile: false,
  plugins: [fromWindow(), syncSdk(), pasteModules()],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  logLevel: "warn",
  build: {
    target: TARGET,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      // How long plugins take depends on the machine.
      checks: { pluginTimings: false },
      onLog(level, log, handle) {
        // Paste's "use client" directives have no meaning in a browser bundle.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
};
