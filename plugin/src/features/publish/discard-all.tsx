import { useState } from "react";
import { useDispatch } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import { AlertDialog } from "../../ui/fields/dialog";
import { useTranslate } from "../../services/services";
import { allDiscarded } from "../../drafts/drafts";

/** Discards every draft after a confirmation, because it cannot be undone. */
export function DiscardAll({ disabled }: { readonly disabled: boolean }) {
  const t = useTranslate();
  const dispatch = useDispatch();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="destructive_secondary"
        disabled={disabled}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t("draft.discardAll")}
      </Button>
      {asking && (
        <AlertDialog
          heading={t("draft.discardAll")}
          destructive
          // Without drafts the bar goes away, and the dialog with it.
          onConfirm={() => dispatch(allDiscarded())}
          onConfirmLabel={t("draft.discardAll")}
          onDismiss={() => {
            setAsking(false);
          }}
          onDismissLabel={t("app.cancel")}
        >
          {t("draft.discardAll.sure")}
        </AlertDialog>
      )}
    </>
  );
}
