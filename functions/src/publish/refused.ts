import type { RefusedDetails } from "@schedule-manager/shared/api/api";
import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import { Failed } from "../failure";

/** 400 with all problems; the first one gives the code and message. */
export function refused(problems: readonly EditProblem[]): Failed {
  const [first] = problems;
  return new Failed(first?.code ?? "item-invalid", first?.message ?? "An item cannot be published.", {
    problems,
  } satisfies RefusedDetails);
}
