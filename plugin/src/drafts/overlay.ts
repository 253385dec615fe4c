import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import type { Draft } from "./draft";

/** Items with their drafts: changed, added, deleted. */
export function overlay<T extends Rule | Schedule>(
  items: Iterable<T>,
  drafts: readonly Draft[],
): readonly T[] {
  const mine = new Map(drafts.map((draft) => [draft.id, draft]));
  const result: T[] = [];
  for (const item of items) {
    const draft = mine.get(item.id);
    mine.delete(item.id);
    if (draft === undefined) result.push(item);
    else if (draft.value !== null) result.push({ id: draft.id, ...draft.value } as T);
  }
  for (const { id, base, value } of mine.values()) {
    // An edit of what was deleted meanwhile is no item, until it is decided to be made anew.
    if (value !== null && base === null) result.push({ id, ...value } as T);
  }
  return result;
}
