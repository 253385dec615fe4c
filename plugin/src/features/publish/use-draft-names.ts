import { useCallback, useMemo } from "react";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, draftRef } from "../../drafts/draft";
import { itemTitle } from "../../i18n/item-title";
import { useTranslate } from "../../services/services";

/** What drafts are called. */
export function useDraftNames(drafts: readonly Draft[]): (ref: ItemRef) => string {
  const t = useTranslate();
  const titles = useMemo(
    () =>
      new Map(
        drafts.map((draft) => {
          const { kind, value, base } = draft;
          return [draftRef(draft), itemTitle(t, kind, value?.name, base?.value.name)];
        }),
      ),
    [drafts, t],
  );
  return useCallback((ref) => titles.get(ref) ?? ref, [titles]);
}
