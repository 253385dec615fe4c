import { importCommand } from "./import-command";
import { run } from "./run";

run(importCommand);
