import type { ComponentProps } from "react";
import { AlertDialog as PasteAlertDialog } from "@twilio-paste/core/alert-dialog";
import { Modal } from "@twilio-paste/core/modal";
import { useServices } from "../../services/services";

/** A modal with its own `lang`, because Paste renders it outside the view's element. */
export function Dialog(props: ComponentProps<typeof Modal>) {
  const { locale } = useServices();
  return <Modal lang={locale} {...props} />;
}

/** A dialog that requires an answer. */
export function AlertDialog(props: ComponentProps<typeof PasteAlertDialog>) {
  const { locale } = useServices();
  return <PasteAlertDialog lang={locale} {...props} />;
}
