import { fetchConfigCommand } from "./fetch-config-command";
import { run } from "./run";

run(fetchConfigCommand);
