import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { type Draft, draftItem } from "./draft";

/** Items with their drafts: changed, added, deleted. */
export function overlay<T extends Rule | Schedule>(
  items: Iterable<T>,
  drafts: readonly Draft[],
): readonly T[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const result: T[] = [];
  const add = (draft: Draft): void => {
    const item = draftItem(draft);
    // Callers pass drafts of the kind of the items.
    if (item !== null) result.push(item as T);
  };
  for (const item of items) {
    const draft = byId.get(item.id);
    byId.delete(item.id);
    if (draft === undefined) result.push(item);
    else add(draft);
  }
  // A draft of a deleted item is left out until the person decides to recreate it.
  for (const draft of byId.values()) if (draft.base === null) add(draft);
  return result;
}
