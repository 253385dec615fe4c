/** The rules of `npm run boundaries`, on a made-up project in which each is broken once. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

const FILES: Readonly<Record<string, string>> = {
  "tsconfig.json": "{}",
  "node_modules/react/package.json": '{ "name": "react", "main": "index.js" }',
  "node_modules/react/index.js": "module.exports = {};",
  "shared/src/model/model.ts": "export const model = 1;",
  "functions/src/check.ts":
    'import { model } from "../../shared/src/model/model"; export const check = model;',
  "plugin/src/features/tables/good.ts":
    'import { model } from "../../../../shared/src/model/model"; export const good = model;',
  "test/unit/good.test.ts": 'import { check } from "../../functions/src/check"; void check;',
  // Each of these breaks one rule.
  "shared/src/outwards.ts": 'import { check } from "../../functions/src/check"; void check;',
  "plugin/src/across.ts": 'import { check } from "../../functions/src/check"; void check;',
  "flex-config/src/check.ts": 'import { check } from "../../functions/src/check"; void check;',
  "flex-config/src/tests.ts": 'import "../../test/unit/good.test";',
  "shared/src/node.ts": 'import { join } from "node:path"; void join;',
  "shared/src/react.ts": 'import React from "react"; void React;',
  "plugin/src/features/badges/across.ts": 'import { good } from "../tables/good"; void good;',
  "functions/src/a.ts": 'import type { B } from "./b"; export type A = B | 1;',
  "functions/src/b.ts": 'import type { A } from "./a"; export type B = A | 2;',
  "functions/src/lost.ts": 'import { lost } from "./nowhere"; void lost;',
};

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

let folder: string;
let broken: readonly string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "boundaries-"));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const bin = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = ["--config", join(ROOT, ".dependency-cruiser.cjs"), "--output-type", "json"];
  const folders = ["shared", "functions", "plugin", "flex-config", "test"];
  const text = execFileSync(process.execPath, [bin, ...config, ...folders], {
    cwd: folder,
    encoding: "utf8",
  });
  broken = (JSON.parse(text) as Report).summary.violations
    .map(({ from, rule }) => `${from} ${rule.name}`)
    .sort();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const of = (name: string): readonly string[] => broken.filter((line) => line.includes(name));

describe("npm run boundaries", () => {
  it("[HS1] imports flow shared ← functions, plugin, flex-config ← test; of functions, flex-config imports only the publish", () => {
    expect(of("imports-only")).toEqual([
      "flex-config/src/check.ts flex-config-imports-only-the-publish-of-functions",
      "flex-config/src/tests.ts flex-config-imports-only-itself-shared-functions",
      "plugin/src/across.ts plugin-imports-only-itself-shared",
      "shared/src/outwards.ts shared-imports-only-itself",
    ]);
  });

  it("[HS2] shared uses no package but its own few, and no part of Node", () => {
    expect(of("shared-imports-no-node")).toEqual(["shared/src/node.ts shared-imports-no-node"]);
    expect(of("few-packages")).toEqual(["shared/src/react.ts shared-imports-few-packages"]);
  });

  it("[HS3] features of the plugin never import each other", () => {
    expect(of("features")).toEqual(["plugin/src/features/badges/across.ts features-import-no-feature"]);
  });

  it("[HS7] no files of a product package import each other in a circle, not even their types", () => {
    expect(of("circle")).toEqual([expect.stringMatching(/^functions\/src\/[ab]\.ts no-circles$/)]);
  });

  it("[HS7] sees every import, so that none is let through because it was not understood", () => {
    expect(of("unresolved")).toEqual(["functions/src/lost.ts no-unresolved-import"]);
    expect(broken.filter((line) => line.includes("good"))).toEqual([]);
  });
});
