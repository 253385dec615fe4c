import { useSelector } from "react-redux";
import { Badge } from "@twilio-paste/core/badge";
import { useTranslate, useSelectors } from "../services/services";
import { type Draft, draftRef } from "../drafts/draft";
import type { RootState } from "../store/root";

/** The badge of an unpublished draft and its state. */
export function DraftBadge({ draft }: { readonly draft: Draft | undefined }) {
  const { selectDraftStates } = useSelectors();
  const t = useTranslate();
  const is = useSelector((root: RootState) =>
    draft === undefined ? undefined : selectDraftStates(root).get(draftRef(draft))?.type,
  );
  if (draft === undefined) return null;
  if (is === "conflict" || is === "deleted" || is === "changed") {
    return (
      <Badge as="span" size="small" variant="error">
        {t("draft.badge.conflict")}
      </Badge>
    );
  }
  const [variant, words] =
    draft.value === null
      ? (["warning", "draft.badge.deleted"] as const)
      : draft.base === null
        ? (["new", "draft.badge.new"] as const)
        : (["decorative10", "draft.badge.draft"] as const);
  return (
    <Badge as="span" size="small" variant={variant}>
      {t(words)}
    </Badge>
  );
}
