import { rangeProblem } from "@schedule-manager/shared/evaluator/range";
import { UsageError } from "./read-input";

/** Refuses a range that is empty or longer than a century. ms since the epoch. */
export function checkRange(from: number, to: number): void {
  const problem = rangeProblem(from, to);
  if (problem === "range-reversed") throw new UsageError("--to must be after --from.");
  if (problem === "range-too-long")
    throw new UsageError("--from and --to are more than a century apart. Choose a shorter range.");
}
