import { run } from "./run";
import { validateCommand } from "./validate-command";

run(validateCommand);
