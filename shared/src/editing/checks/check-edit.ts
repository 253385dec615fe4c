import { checkItems } from "./check-items";
import { checkNames } from "./check-names";
import { checkQueues } from "./check-queues";
import { checkReferences } from "./check-rules";
import { checkTexts } from "./check-texts";
import type { Edit, EditProblem } from "./problem";

/** Every problem that prevents publishing an edit, except sizes. */
export const checkEdit = (edit: Edit): EditProblem[] => [
  ...checkItems(edit),
  ...checkTexts(edit),
  ...checkNames(edit),
  ...checkQueues(edit),
  ...checkReferences(edit),
];
