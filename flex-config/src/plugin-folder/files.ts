/** What Twilio's plugin builder needs around our built script. Pure: file names and their contents. */
import { PLUGIN_NAME } from "../deploy/plugin-service";

/** Of `@twilio/flex-plugin` and its scripts: `twilio flex:plugins` demands its own major version. */
const BUILDER = "7.1.2";

export const SCRIPT = `bundle/${PLUGIN_NAME}.js`;

export interface FolderVersions {
  /** The plugin's. */
  readonly plugin: string;
  /** Those of the plugin's own package.json that the folder repeats. */
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
    // The builder's own; npm would put version 5 in its place.
    webpack: "4.47.0",
  },
  // A placeholder that not every registry has.
  overrides: { fs: "file:./stub-fs" },
});

// The builder counts the mentions in src/index.js: there must be exactly one.
const INDEX = `// The built script calls FlexPlugin.loadPlugin(ScheduleManagerPlugin) itself. webpack.config.js builds that script
// and not this file, which is here because Twilio's builder looks into it.
`;

const WEBPACK = `const path = require("path");

/** The script is built and checked already: it is only packed, and not made smaller once more. */
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

The plugin is built already. In this folder:

    npm install
    twilio flex:plugins:deploy --changelog "Opening hours"
    twilio flex:plugins:release --plugin ${PLUGIN_NAME}@VERSION

with the version that the deploy printed. The functions, the plugin's parts, Sync and Flex's configuration come from
\`npm run deploy -- sync key functions parts ui\` in the project: run it before the release, from the same state of
the project.

Checked: the folder's shape. The CLI itself is Twilio's, and no deploy through it was run.
To have a newer plugin, run \`npm run plugin:folder\` in the project again.
`;

/** All files but the script, by their place in the folder. */
export const folderFiles = (versions: FolderVersions): Readonly<Record<string, string>> => ({
  "package.json": json(manifest(versions)),
  "src/index.js": INDEX,
  "webpack.config.js": WEBPACK,
  "public/appConfig.js": APP_CONFIG,
  "stub-fs/package.json": json({ name: "fs", version: "0.0.1-security", main: "index.js" }),
  "stub-fs/index.js": "module.exports = {};\n",
  "README.md": README,
});
