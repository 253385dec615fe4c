/** `npm run mutate`: measures whether the fast tests detect changes of the code. */
import { resolve } from "node:path";
import { HELP, mutateOptions, MutateUsageError } from "./options";
import { formatSummary, summaryOf } from "./summary";

const ROOT = resolve(__dirname, "../..");

async function main(): Promise<void> {
  const options = mutateOptions(process.argv.slice(2), ROOT, process.env["INIT_CWD"] ?? process.cwd());
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  // Titles contain the seed, and Stryker identifies a test by its title.
  process.env["SEED"] ??= "1";
  process.env["FUZZ_ROUNDS"] ??= "20";
  process.chdir(ROOT);
  const { Stryker } = await import("@stryker-mutator/core");
  const outcomes = await new Stryker({
    mutate: [...options.mutate],
    // By name: `require.resolve` gives the package's environment for jest instead.
    plugins: ["@stryker-mutator/jest-runner", resolve(__dirname, "survivor-reporter.cjs")],
    testRunner: "jest",
    jest: {
      projectType: "custom",
      configFile: "test/mutate/jest.config.cjs",
      enableFindRelatedTests: true,
      ...(options.tests.length === 0
        ? {}
        : { config: { testMatch: options.tests.map((tests) => `<rootDir>/${tests}`) } }),
    },
    coverageAnalysis: "perTest",
    ignoreStatic: !options.withStatic,
    ignorePatterns: ["**/dist", "**/build", "coverage"],
    // On a busy machine a run takes much longer than the first one; only an endless loop takes a minute. The first run
    // runs every test that loads the files: without --tests, for `shared`, nearly all.
    timeoutMS: 30_000,
    timeoutFactor: 3,
    // Megabytes: an endless loop that fills the memory ends early, and counts as detected.
    testRunnerNodeArgs: ["--max-old-space-size=4000"],
    dryRunTimeoutMinutes: 60,
    tempDirName: ".stryker-tmp",
    cleanTempDir: "always",
    // All print to the standard output: what is done at the moment, every ten seconds how far it is, and survivors.
    reporters: options.json ? [] : ["progress-append-only", "survivors"],
    logLevel: (options.json ? "error" : "info") as never,
    // Tests run without types; the comment that switches them off would change generated files that tests compare.
    disableTypeChecks: false,
  }).runMutationTest();
  const summary = summaryOf(outcomes, ROOT);
  process.stdout.write(options.json ? `${JSON.stringify(summary, null, 2)}\n` : formatSummary(summary));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof MutateUsageError ? 2 : 1);
  },
);
