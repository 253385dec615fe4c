import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Compile from "@schedule-manager/shared/evaluator/compile";
import type * as CompileRule from "@schedule-manager/shared/evaluator/compile-rule";
import type * as Evaluate from "@schedule-manager/shared/evaluator/evaluate";
import type * as NextChange from "@schedule-manager/shared/evaluator/next-change";
import type * as NextOccurrence from "@schedule-manager/shared/evaluator/next-occurrence";
import { bundle, EVALUATOR_AND_RULES, withFiles } from "./bundle";

export type Evaluator = Pick<typeof Compile, "compileSchedule"> &
  Pick<typeof Evaluate, "evaluate"> &
  Pick<typeof NextChange, "nextChange" | "nextOpen" | "nextOpenChange"> &
  Pick<typeof CompileRule, "compileRule"> &
  typeof NextOccurrence;

/** The evaluator as in a release: bundled, not transpiled by the TypeScript loader. */
export async function bundledEvaluator(): Promise<Evaluator> {
  return withFiles({ "ours.cjs": await bundle(EVALUATOR_AND_RULES) }, async (folder) =>
    Promise.resolve(createRequire(__filename)(join(folder, "ours.cjs")) as Evaluator),
  );
}
