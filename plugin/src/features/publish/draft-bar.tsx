import { useState } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Text } from "@twilio-paste/core/text";
import { BottomBar } from "../../ui/bottom-bar";
import { useTranslate, useSelectors } from "../../services/services";
import { redone, undone } from "../../drafts/drafts";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import { DiscardAll } from "./discard-all";
import { PublishDialog } from "./publish-dialog";

/** The bar with the number of drafts, undo and publish; shown while there are drafts. */
export function DraftBar() {
  const { selectDrafts } = useSelectors();
  const t = useTranslate();
  const dispatch = useDispatch();
  const count = useSelector(selectDrafts).length;
  const canUndo = useSelector((root: RootState) => pluginState(root).drafts.done.length > 0);
  const canRedo = useSelector((root: RootState) => pluginState(root).drafts.undone.length > 0);
  const [reviewing, setReviewing] = useState(false);
  if (count === 0 && !canUndo && !canRedo && !reviewing) return null;
  return (
    <>
      <BottomBar
        as="section"
        aria-label={t("draft.count", { count })}
        backgroundColor="colorBackgroundBody"
        boxShadow="shadow"
        flexShrink={0}
      >
        <Box>
          <Text as="p" fontWeight="fontWeightSemibold">
            {t("draft.count", { count })}
          </Text>
          {count > 0 && (
            <Text as="p" color="colorTextWeak" fontSize="fontSize20">
              {t("draft.kept")}
            </Text>
          )}
        </Box>
        <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space20">
          <DiscardAll disabled={count === 0} />
          <Button variant="secondary" disabled={!canUndo} onClick={() => dispatch(undone())}>
            {t("draft.undo")}
          </Button>
          <Button variant="secondary" disabled={!canRedo} onClick={() => dispatch(redone())}>
            {t("draft.redo")}
          </Button>
          <Button
            variant="primary"
            disabled={count === 0}
            onClick={() => {
              setReviewing(true);
            }}
          >
            {t("draft.review")}
          </Button>
        </Box>
      </BottomBar>
      {reviewing && (
        <PublishDialog
          onClose={() => {
            setReviewing(false);
          }}
        />
      )}
    </>
  );
}
