/** The files that Twilio's plugin builder needs around the built script. Pure: names and contents. */
import { PLUGIN_NAME } from "../deploy/plugin-service";

/** Version of `@twilio/flex-plugin` and its scripts: `twilio flex:plugins` requires its own major version. */
const BUILDER = "7.1.2";

export const SCRIPT = `bundle/${PLUGIN_NAME}.js`;

export interface FolderVersions {
  /** Version of the plugin. */
  readonly plugin: string;
  /** Versions from the plugin's own package.json. */
  readonly flexUi: string;
  readonly react: string;
  readonly reactDom: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const manifest = ({ plugin, flexUi, react, reactDom }: FolderVersions): unknown => ({
  name: PLUGIN_NAME,
  version: plugin,
  private: true,
  license: "MIT",
  dependencies: {
    "@twilio/flex-plugin": BUILDER,
    "@twilio/flex-plugin-scripts": BUILDER,
    react,
    "react-dom": reactDom,
  },
  devDependencies: {
    "@twilio/flex-ui": flexUi,
    "@types/node": "^20.0.0",
    "@types/react": "^17.0.0",
    "@types/react-dom": "^17.0.0",
    typescript: "5.9.3",
    // The builder's version; npm would install version 5 instead.
    webpack: "4.47.0",
  },
  // A placeholder that some registries lack.
  overrides: { fs: "file:./stub-fs" },
});

// The builder counts occurrences in src/index.js: there must be exactly one.
const INDEX = `// The built script calls FlexPlugin.loadPlugin(ScheduleManagerPlugin). webpack.config.js builds that script
// instead of this file, which exists because Twilio's builder inspects it.
`;

const WEBPACK = `const path = require("path");

/** The script is already built, checked and minified, so it is only packed. */
module.exports = (config) => ({
  ...config,
  entry: path.join(__dirname, "${SCRIPT}"),
  plugins: config.plugins.filter(
    (plugin) => !plugin.constructor.name.startsWith("ForkTsChecker"),
  ),
  optimization: { ...config.optimization, minimize: false },
});
`;

const APP_CONFIG = `var appConfig = {
  pluginService: { enabled: true, url: "/plugins" },
  logLevel: "info",
};
`;

const README = `# Flex Schedule Manager, for Twilio's plugin tools

The plugin is already built. In this folder:

    npm install
    twilio flex:plugins:deploy --changelog "Opening hours"
    twilio flex:plugins:release --plugin ${PLUGIN_NAME}@VERSION

with the version that the deploy prints. The functions, the plugin's chunks, Sync and Flex's configuration come from
\`npm run deploy -- sync key functions chunks ui\` in the project: run it before the release, from the same state of
the project.

The folder's structure is tested; a deploy through Twilio's CLI is not.
To update the plugin, run \`npm run plugin:folder\` in the project again.
`;

/** All files except the script, by path in the folder. */
export const folderFiles = (versions: FolderVersions): Readonly<Record<string, string>> => ({
  "package.json": json(manifest(versions)),
  "src/index.js": INDEX,
  "webpack.config.js": WEBPACK,
  "public/appConfig.js": APP_CONFIG,
  "stub-fs/package.json": json({ name: "fs", version: "0.0.1-security", main: "index.js" }),
  "stub-fs/index.js": "module.exports = {};\n",
  "README.md": README,
});
