import type { ComponentProps } from "react";
import { Alert as PasteAlert } from "@twilio-paste/core/alert";
import { useSay } from "../services";

/** Paste's alert with what its signs say to those who don't see them in the reader's language. */
export function Alert(props: ComponentProps<typeof PasteAlert>) {
  const say = useSay();
  return (
    <PasteAlert
      i18nErrorLabel={say("sign.error")}
      i18nWarningLabel={say("sign.warning")}
      i18nNeutralLabel={say("sign.information")}
      i18nDismissLabel={say("app.close")}
      {...props}
    />
  );
}
