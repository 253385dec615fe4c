/** A reporter for Stryker that prints each survivor as it is found: a run that is ended early has shown the others. */
import { formatSurvivor, type MutantOutcome } from "./summary";

class SurvivorReporter {
  onMutantTested(outcome: MutantOutcome): void {
    const line = formatSurvivor(outcome, process.cwd());
    if (line !== null) process.stdout.write(`Survived: ${line}\n`);
  }
}

export const strykerPlugins = [{ kind: "Reporter", name: "survivors", injectableClass: SurvivorReporter }];
