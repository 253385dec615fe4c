/** One runner, one project per kind of test; `npm test` runs them all. */
const { cpus } = require("node:os");

const transform = {
  "\\.[cm]?[jt]sx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
      module: { type: "commonjs" },
    },
  ],
};

/** By file path, not by node_modules: a copy of the project, as mutations create, tests its own code. */
const OWN = { "^@schedule-manager/(shared|functions|plugin|flex-config)/(.+)$": "<rootDir>/$1/src/$2" };

const project = (name, environment, { moduleNameMapper = {}, ...more } = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: environment,
  testMatch: [`<rootDir>/test/${name}/**/*.test.{ts,tsx}`],
  transform,
  // Packages that are ES modules only.
  transformIgnorePatterns: ["/node_modules/(?!(p-limit|yocto-queue)/)"],
  moduleNameMapper: { ...OWN, ...moduleNameMapper },
  modulePathIgnorePatterns: ["<rootDir>/.stryker-tmp"],
  ...more,
});

module.exports = {
  // Integration and browser tests mostly wait for processes and sockets, so one more worker than processors pays.
  maxWorkers: cpus().length + 1,
  testSequencer: "<rootDir>/test/slowest-first.cjs",
  // A finished run must not wait for open handles of libraries; twilio-sync keeps timers after `shutdown()`.
  forceExit: true,
  coverageProvider: "v8",
  coverageReporters: ["text-summary", "html", "lcovonly"],
  collectCoverageFrom: ["{shared,functions,plugin,flex-config}/src/**/*.{ts,tsx}"],
  reporters: ["default", "<rootDir>/test/reporter.cjs"],
  projects: [
    project("unit", "node"),
    project("dom", "jsdom", {
      setupFiles: ["<rootDir>/test/dom/setup.ts"],
      setupFilesAfterEnv: ["<rootDir>/test/dom/patience.ts"],
      // The same icons as CommonJS modules, which jest can load.
      moduleNameMapper: { "^@twilio-paste/icons/esm/(.*)$": "@twilio-paste/icons/cjs/$1" },
    }),
    project("contract", "node", { setupFiles: ["<rootDir>/test/contract/sync/web-socket.ts"] }),
    project("integration", "node", { setupFiles: ["<rootDir>/test/contract/sync/web-socket.ts"] }),
    project("browser", "node", { globalSetup: "<rootDir>/test/browser/support/prepare.ts" }),
  ],
};
