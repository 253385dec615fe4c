import { type NamedText, type TextProblem, textProblem, textsOf } from "../../model/text-problem";
import type { Edit, EditProblem } from "./problem";

const keyOf = ({ kind, id, field, text }: NamedText): string => JSON.stringify([kind, id, field, text]);

/** Other checks report missing names. */
const isBlankName = ({ field, text }: NamedText): boolean =>
  (field === "name" || field === "aliases") && text.trim() === "";

const message = (field: string, problem: TextProblem): string =>
  problem.code === "character-refused"
    ? `${field}: remove the character ${problem.character}, which is invisible.`
    : `${field}: the text is invisible. Enter a visible character.`;

/** Refuses invisible characters in texts, except in texts that the edit does not change. */
export function checkTexts({ before, after }: Edit): EditProblem[] {
  const old = new Set(textsOf(before).map(keyOf));
  return textsOf(after).flatMap((named): EditProblem[] => {
    const { kind, id, field, text } = named;
    const problem = textProblem(text);
    if (problem === null || isBlankName(named) || old.has(keyOf(named))) return [];
    return [{ kind, id, code: "item-invalid", message: message(field, problem) }];
  });
}
