/** `npm run release -- X.Y.Z`: turns what is unreleased into a version. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { UserError } from "../stand-in/user-error";
import { release } from "./release";

const ROOT = resolve(__dirname, "../..");
const HELP = `npm run release -- X.Y.Z

Runs \`npm run check\`, moves the entries of CHANGELOG.md from "Unreleased" into the version, sets the version in every
package.json, commits, and adds the tag vX.Y.Z. It pushes nothing. It refuses an uncommitted change, an existing tag, a
version that is not greater than the current one, an empty "Unreleased", and a check that fails.
`;

const [version, ...rest] = process.argv.slice(2);
if (version === undefined || version.startsWith("-") || rest.length > 0) {
  process.stdout.write(HELP);
  process.exitCode = version === "--help" ? 0 : 2;
} else {
  try {
    release({
      root: ROOT,
      version,
      date: new Date().toISOString().slice(0, 10),
      check: () =>
        spawnSync("npm", ["run", "check"], {
          cwd: ROOT,
          stdio: "inherit",
          shell: process.platform === "win32",
        }).status === 0,
    });
    process.stdout.write(`Released ${version}. Push it with: git push --follow-tags\n`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
