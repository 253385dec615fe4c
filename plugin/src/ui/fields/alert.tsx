import type { ComponentProps } from "react";
import { Alert as PasteAlert } from "@twilio-paste/core/alert";
import { useTranslate } from "../../services/services";

/** Paste's alert with its icon labelled in the reader's language. */
export function Alert(props: ComponentProps<typeof PasteAlert>) {
  const t = useTranslate();
  return (
    <PasteAlert
      i18nErrorLabel={t("sign.error")}
      i18nWarningLabel={t("sign.warning")}
      i18nNeutralLabel={t("sign.information")}
      i18nDismissLabel={t("app.close")}
      {...props}
    />
  );
}
