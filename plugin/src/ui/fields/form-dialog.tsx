import { type FormEvent, type ReactNode, useCallback, useRef } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import {
  ModalBody,
  ModalFooter,
  ModalFooterActions,
  ModalHeader,
  ModalHeading,
} from "@twilio-paste/core/modal";
import { useUID } from "@twilio-paste/core/uid-library";
import { useTranslate } from "../../services/services";
import { FieldsDisabled } from "./context";
import { Dialog } from "./dialog";

interface Props {
  readonly title: string;
  /** The label of the button that confirms. */
  readonly confirm: string;
  readonly isDestructive?: boolean;
  /** Has room for the list of a picker, which would scroll its field away. */
  readonly hasPicker?: boolean;
  /** There is nothing to confirm yet. */
  readonly isIncomplete?: boolean;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
  readonly children: ReactNode;
}

/** The height of a picker with its list. */
const PICKER = "24rem";

/** A dialog of a few fields, of which the first has the focus, confirmed by its button or Enter. */
export function FormDialog(props: Props) {
  const { title, confirm, isDestructive = false, hasPicker = false, isIncomplete = false } = props;
  const { onConfirm, onDismiss, children } = props;
  const t = useTranslate();
  const titleId = useUID();
  const first = useRef<HTMLElement | null>(null);
  const findFirst = useCallback((form: HTMLElement | null): void => {
    const field = form?.querySelector<HTMLInputElement>("input") ?? null;
    first.current =
      field?.type === "radio" ? (form?.querySelector<HTMLElement>("input:checked") ?? field) : field;
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // React sends events of a dialog to the forms around its opener too.
    event.stopPropagation();
    if (!isIncomplete) onConfirm();
  };
  return (
    <Dialog size="default" ariaLabelledby={titleId} initialFocusRef={first} onDismiss={onDismiss}>
      <ModalHeader i18nDismissLabel={t("app.close")}>
        <ModalHeading as="h2" id={titleId}>
          {title}
        </ModalHeading>
      </ModalHeader>
      {/* The dialog says what is wrong: the browser's own validation would speak its own language. */}
      <form ref={findFirst} noValidate style={{ display: "contents" }} onSubmit={submit}>
        <ModalBody>
          <FieldsDisabled value={false}>
            <Box
              display="flex"
              flexDirection="column"
              rowGap="space60"
              minHeight={hasPicker ? PICKER : "size0"}
            >
              {children}
            </Box>
          </FieldsDisabled>
        </ModalBody>
        <ModalFooter>
          <ModalFooterActions>
            <Button variant="secondary" onClick={onDismiss}>
              {t("app.cancel")}
            </Button>
            <Button type="submit" variant={isDestructive ? "destructive" : "primary"} disabled={isIncomplete}>
              {confirm}
            </Button>
          </ModalFooterActions>
        </ModalFooter>
      </form>
    </Dialog>
  );
}
