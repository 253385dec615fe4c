import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Compile from "@schedule-manager/shared/evaluator/compile";
import type * as Evaluate from "@schedule-manager/shared/evaluator/evaluate";
import type * as NextChange from "@schedule-manager/shared/evaluator/next-change";
import { bundle, EVALUATOR, withFiles } from "./bundle";

export type Evaluator = typeof Compile & typeof Evaluate & typeof NextChange;

/** The evaluator as in a release: bundled, not transpiled by the TypeScript loader. */
export async function bundledEvaluator(): Promise<Evaluator> {
  return withFiles({ "ours.cjs": await bundle(EVALUATOR) }, async (folder) =>
    Promise.resolve(createRequire(__filename)(join(folder, "ours.cjs")) as Evaluator),
  );
}
