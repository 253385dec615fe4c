import { manifestIn } from "../../../shared/bundling/package-manifest";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { LICENSES_FILE } from "@schedule-manager/shared/api/licenses-file";
import { explained } from "../cli/explained";
import { callersPath, UsageError } from "../cli/read-input";
import { reported } from "../cli/reported";
import { written } from "../cli/written";
import { type Builds, realBuilds, withBuildFolder } from "../deploy/build";
import { PLUGIN_NAME } from "../deploy/plugin-service";
import { folderFiles, SCRIPT } from "./files";

const FOLDER_USAGE = `npm run plugin:folder -- [--out DIR] [--one-file]

Builds the plugin and writes a folder for \`twilio flex:plugins:deploy\`.

  --out        the folder; default: flex-config/build/plugin. Must be empty or written by this command
  --one-file   a single script, for a Flex that may load only its plugins' own scripts

Exits with 0: written; 1: building or writing failed; 2: nothing was attempted.`;

type Tools = Pick<Builds, "plugin">;

export const pluginFolderCommand = explained(FOLDER_USAGE, (args, root: string, given?: Tools) => {
  const { values } = parseArgs({
    args,
    options: { out: { type: "string" }, "one-file": { type: "boolean", default: false } },
  });
  const folder = values.out === undefined ? join(root, "flex-config/build/plugin") : callersPath(values.out);
  if (!isOurs(folder)) throw new UsageError(`${folder} has other content. Pass an empty folder with --out.`);
  const builds = given ?? realBuilds(root);
  return reported(() =>
    withBuildFolder(async (built) => {
      await builds.plugin(built, values["one-file"]);
      if (!written(folder, () => write(folder, root, built))) return 1;
      process.stdout.write(`The plugin is in ${folder}. Its README.md describes the next steps.\n`);
      return 0;
    }),
  );
});

/** Whether the folder is absent, empty, or from an earlier run, so that other content is never overwritten. */
function isOurs(folder: string): boolean {
  if (!existsSync(folder)) return true;
  try {
    if (readdirSync(folder).length === 0) return true;
    return manifestIn(folder).name === PLUGIN_NAME;
  } catch {
    return false;
  }
}

function write(folder: string, root: string, built: string): void {
  const { version, dependencies } = manifestIn(join(root, "plugin"));
  const versionOf = (name: string): string => {
    const found = dependencies[name];
    if (found === undefined) throw new Error(`plugin/package.json lacks ${name}`);
    return found;
  };
  const files = folderFiles({
    plugin: version,
    flexUi: versionOf("@twilio/flex-ui"),
    react: versionOf("react"),
    reactDom: versionOf("react-dom"),
  });
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), contents);
  }
  mkdirSync(dirname(join(folder, SCRIPT)), { recursive: true });
  // Twilio's builder creates its own source map and would leave this one behind.
  const script = readFileSync(join(built, `${PLUGIN_NAME}.js`), "utf8");
  writeFileSync(join(folder, SCRIPT), script.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n"));
  cpSync(join(built, LICENSES_FILE), join(folder, LICENSES_FILE));
}
