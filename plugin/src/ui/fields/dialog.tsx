import type { ComponentProps } from "react";
import { AlertDialog as PasteAlertDialog } from "@twilio-paste/core/alert-dialog";
import { Modal } from "@twilio-paste/core/modal";
import { useServices } from "../../services/services";

/** Dialogs stand beside the view in the page, not in it, so they say for themselves which language they speak. */
export function Dialog(props: ComponentProps<typeof Modal>) {
  const { locale } = useServices();
  return <Modal lang={locale} {...props} />;
}

/** A question that has to be answered. */
export function AlertDialog(props: ComponentProps<typeof PasteAlertDialog>) {
  const { locale } = useServices();
  return <PasteAlertDialog lang={locale} {...props} />;
}
