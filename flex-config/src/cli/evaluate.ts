import { run } from "./run";
import { evaluateCommand } from "./evaluate-command";

run(evaluateCommand);
