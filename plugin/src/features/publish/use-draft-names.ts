import { useCallback, useMemo } from "react";
import { type ItemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, draftRef } from "../../drafts/draft";
import { useTranslate } from "../../services/services";

const nameOf = ({ value, base }: Draft): string => value?.name.trim() || (base?.value.name ?? "");

/** The names of drafts. One without a name has its published name, or is called a new schedule or rule. */
export function useDraftNames(drafts: readonly Draft[]): (ref: ItemRef) => string {
  const t = useTranslate();
  const names = useMemo(() => new Map(drafts.map((draft) => [draftRef(draft), nameOf(draft)])), [drafts]);
  return useCallback(
    (ref) => {
      const name = names.get(ref) ?? "";
      if (name !== "") return name;
      return t(parseItemRef(ref)?.kind === "rule" ? "page.newRule" : "page.newSchedule");
    },
    [names, t],
  );
}
