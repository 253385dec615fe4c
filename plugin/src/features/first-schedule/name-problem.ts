import { type TextProblem, textProblem } from "@schedule-manager/shared/model/text-problem";

interface NameProblem {
  readonly key: `edit.problem.${"name-missing" | TextProblem["code"]}`;
  readonly values: { readonly item: string; readonly character: string };
}

/** The problem of a new schedule's name in a product without schedules. */
export function scheduleNameProblem(name: string): NameProblem | null {
  if (name.trim() === "") return { key: "edit.problem.name-missing", values: { item: "", character: "" } };
  const problem = textProblem(name);
  if (problem === null) return null;
  const character = "character" in problem ? problem.character : "";
  return { key: `edit.problem.${problem.code}`, values: { item: name, character } };
}
