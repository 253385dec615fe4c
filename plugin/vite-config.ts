/** What the plugin's script and its parts have in common; build-plugin.ts builds them. */
import { fileURLToPath } from "node:url";
import type { InlineConfig, Plugin } from "vite";

// Whoever builds, a test runner too, gets what ships: Vite would translate JSX for development otherwise.
process.env["NODE_ENV"] = "production";

/** What Flex itself puts on `window` is taken from there: two Reacts in one page would break hooks. */
const FROM_WINDOW: Readonly<Record<string, string>> = {
  react: "window.React",
  "react-dom": "window.ReactDOM",
  redux: "window.Redux",
  "react-redux": "window.ReactRedux",
  "@twilio/flex-ui": "window.Twilio.Flex",
};

const PREFIX = "\0from-window:";

/** `external` with `globals` would leave a `require` behind in CommonJS dependencies. */
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

/**
 * `twilio-sync` brings polyfills of what every browser that runs Flex 2 has had for years (promises, maps, symbols, array
 * methods): a tenth of the script, for nothing.
 */
function withoutPolyfills(): Plugin {
  return {
    name: "without-polyfills",
    enforce: "pre",
    load: (id) => (/\/core-js\/(modules|internals)\/[^?]+$/.test(id) ? "module.exports = {};" : null),
  };
}

/** Twilio's plugin builder passes the script through webpack 4, which parses no newer syntax. */
export const TARGET = "es2018";

export const common: InlineConfig = {
  root: fileURLToPath(new URL(".", import.meta.url)),
  configFile: false,
  plugins: [fromWindow(), withoutPolyfills()],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  logLevel: "warn",
  build: {
    target: TARGET,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      onLog(level, log, handle) {
        // Paste marks its files for servers that render React; here everything runs in the browser.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
};
