import { useCallback, useMemo } from "react";
import { type ItemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, draftRef } from "../../drafts/draft";
import { useTranslate } from "../../services/services";

/** The names of drafts; one without a name is called a new schedule or rule. */
export function useDraftNames(drafts: readonly Draft[]): (ref: ItemRef) => string {
  const t = useTranslate();
  const names = useMemo(
    () => new Map(drafts.map((draft) => [draftRef(draft), (draft.value ?? draft.base?.value)?.name ?? ""])),
    [drafts],
  );
  return useCallback(
    (ref) => {
      const name = names.get(ref) ?? "";
      if (name.trim() !== "") return name;
      return t(parseItemRef(ref)?.kind === "rule" ? "page.newRule" : "page.newSchedule");
    },
    [names, t],
  );
}
