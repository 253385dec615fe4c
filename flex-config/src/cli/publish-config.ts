import { publishConfigCommand } from "./publish-config-command";
import { run } from "./run";

run(publishConfigCommand);
