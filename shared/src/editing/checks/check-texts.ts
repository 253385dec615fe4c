import { type NamedText, type TextProblem, textProblem, textsOf } from "../../model/text-problem";
import type { Edit, EditProblem } from "./problem";

const keyOf = ({ kind, id, field, text }: NamedText): string => JSON.stringify([kind, id, field, text]);

/** There has to be a name: other checks say so. */
const isBlankName = ({ field, text }: NamedText): boolean =>
  (field === "name" || field === "aliases") && text.trim() === "";

const message = (field: string, problem: TextProblem): string =>
  problem.code === "character-refused"
    ? `${field}: take the character ${problem.character} out; it can't be seen in a name.`
    : `${field}: nothing of the text can be seen. Write a visible character.`;

/** Texts that people chose must show what they are. What an edit leaves as it was is no reason to refuse it. */
export function checkTexts({ before, after }: Edit): EditProblem[] {
  const old = new Set(textsOf(before).map(keyOf));
  return textsOf(after).flatMap((named): EditProblem[] => {
    const { kind, id, field, text } = named;
    const problem = textProblem(text);
    if (problem === null || isBlankName(named) || old.has(keyOf(named))) return [];
    return [{ kind, id, code: "item-invalid", message: message(field, problem) }];
  });
}
