import { type ComponentProps, useEffect, useState } from "react";
import { AlertDialog as PasteAlertDialog } from "@twilio-paste/core/alert-dialog";
import { Modal } from "@twilio-paste/core/modal";
import { useServices } from "../../services/services";
import { useStableCallback } from "../use-stable-callback";
import { useRestoredFocus } from "./use-kept-focus";
import { useReturnedFocus } from "./use-returned-focus";

/**
 * A modal, mounted while it is open. It has its own `lang`, because Paste renders it outside the view's element, and
 * keeps the focus when the focused element is removed or disabled: Paste closes it at an Escape inside it only.
 */
export function Dialog(props: Omit<ComponentProps<typeof Modal>, "isOpen" | "ref">) {
  const { locale } = useServices();
  const [content, setContent] = useState<HTMLElement | null>(null);
  useReturnedFocus();
  useRestoredFocus(content, content, true);
  return <Modal ref={setContent} lang={locale} data-schedule-manager="dialog" isOpen {...props} />;
}

/** A dialog that requires an answer, mounted while it is open; Escape dismisses it, which Paste leaves out. */
export function AlertDialog(props: Omit<ComponentProps<typeof PasteAlertDialog>, "isOpen">) {
  const { locale } = useServices();
  useReturnedFocus();
  const dismiss = useStableCallback(props.onDismiss);
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === "Escape") dismiss();
    };
    // On the document, because the focus moves into the dialog a moment after it opens; before Paste ends the event.
    document.addEventListener("keydown", onKeyDown, true);
    return () => {
      document.removeEventListener("keydown", onKeyDown, true);
    };
  }, [dismiss]);
  return <PasteAlertDialog lang={locale} data-schedule-manager="dialog" isOpen {...props} />;
}
