/** `npm run deploy` */
import { endQuietly } from "../cli/quiet-pipe";
import { ROOT } from "../project/root";
import { deployCommand } from "./command";
import { deploy } from "./deploy";
import { askNpm } from "./newer-zone-data";

const printTo =
  (stream: NodeJS.WriteStream) =>
  (line: string): void => {
    stream.write(`${line}\n`);
  };
const err = printTo(process.stderr);

endQuietly();

deployCommand(process.argv.slice(2), {
  ...{ deploy, askNpm, environment: process.env, root: ROOT },
  ...{ out: printTo(process.stdout), err },
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  },
);
