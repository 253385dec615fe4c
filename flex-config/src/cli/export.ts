import { exportCommand } from "./export-command";
import { run } from "./run";

run(exportCommand);
