/** `npm run plugin:folder` */
import { ROOT } from "../project/root";
import { run } from "../cli/run";
import { pluginFolderCommand } from "./command";

run((args) => pluginFolderCommand(args, ROOT));
