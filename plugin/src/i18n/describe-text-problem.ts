import type { TextProblem } from "@schedule-manager/shared/model/text-problem";
import type { Translate } from "./translate";

/** Says what is wrong with a text. undefined: nothing. */
export const describeTextProblem = (t: Translate, problem: TextProblem | null): string | undefined =>
  problem === null
    ? undefined
    : t(`edit.problem.${problem.code}`, { character: "character" in problem ? problem.character : "" });
