/** A reporter for Stryker that prints each survivor as it is found: a run that is ended early has shown the others. */
class SurvivorReporter {
  /** @param {import("./summary").MutantOutcome} outcome */
  onMutantTested(outcome) {
    // Stryker loads this file in each process; only the one that reports can load TypeScript.
    const { formatSurvivor } = require("./summary");
    const line = formatSurvivor(outcome, process.cwd());
    if (line !== null) process.stdout.write(`Survived: ${line}\n`);
  }
}

const strykerPlugins = [{ kind: "Reporter", name: "survivors", injectableClass: SurvivorReporter }];
// Named, so that an import finds it.
module.exports = { strykerPlugins };
