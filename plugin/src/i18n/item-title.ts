import type { ItemKind } from "@schedule-manager/shared/model/model";
import type { Translate } from "./translate";

/**
 * What an item is called: its name; while that is empty, its published name; without either, a new schedule or rule.
 */
export function itemTitle(
  t: Translate,
  kind: ItemKind,
  name: string | undefined,
  published: string | undefined,
): string {
  const given = name?.trim() ? name : published;
  return given ?? t(kind === "rule" ? "page.newRule" : "page.newSchedule");
}
