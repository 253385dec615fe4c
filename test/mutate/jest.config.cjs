/** The fast projects as one: Stryker maps tests to the lines that they run within a single environment. */
const { resolve } = require("node:path");
const { projects } = require("../../jest.config.cjs");

const fast = projects.filter(({ displayName }) => ["unit", "dom"].includes(displayName));
const [{ transform, transformIgnorePatterns, modulePathIgnorePatterns }] = fast;

module.exports = {
  rootDir: resolve(__dirname, "../.."),
  testEnvironment: resolve(__dirname, "environment.cjs"),
  testMatch: fast.flatMap(({ testMatch }) => testMatch),
  moduleNameMapper: Object.assign({}, ...fast.map(({ moduleNameMapper }) => moduleNameMapper)),
  setupFiles: [resolve(__dirname, "setup.cjs")],
  testSequencer: resolve(__dirname, "shortest-first.cjs"),
  transform,
  transformIgnorePatterns,
  modulePathIgnorePatterns,
  // Milliseconds: instrumented code on a busy machine is slow, and one late test would end the whole run.
  testTimeout: 60_000,
};
