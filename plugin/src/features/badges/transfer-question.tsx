import { useEffect, useState } from "react";
import { Button } from "@twilio-paste/core/button";
import {
  Modal,
  ModalBody,
  ModalFooter,
  ModalFooterActions,
  ModalHeader,
  ModalHeading,
} from "@twilio-paste/core/modal";
import { Paragraph } from "@twilio-paste/core/paragraph";
import { Stack } from "@twilio-paste/core/stack";
import { Text } from "@twilio-paste/core/text";
import type { AgentTranslate } from "../../i18n/translate";
import type { Questions } from "./question";

const HEADING = "schedule-manager-transfer-question";
const ELEMENT = "SCHEDULE_MANAGER_TRANSFER_QUESTION";
/** For a chat, Flex keeps its transfer dialog open at z-index 100; Paste's modals have 80. */
const ABOVE_THE_DIALOG = `[data-paste-element="${ELEMENT}_OVERLAY"] { z-index: 110 !important; }`;

interface Props {
  readonly questions: Questions;
  readonly t: AgentTranslate;
  /** BCP 47, the dialog's language. */
  readonly locale: string;
}

/** Asks before a transfer to a closed queue, or explains why it is refused. */
export function TransferQuestion({ questions, t, locale }: Props) {
  const [question, setQuestion] = useState(questions.current);
  useEffect(
    () =>
      questions.subscribe(() => {
        setQuestion(questions.current);
      }),
    [questions],
  );
  if (question === null) return null;
  const { queue, status, stale, mayProceed, instead } = question;
  const cancel = (): void => {
    questions.answer({ type: "cancel" });
  };
  return (
    <Modal element={ELEMENT} ariaLabelledby={HEADING} lang={locale} isOpen onDismiss={cancel} size="default">
      <style>{ABOVE_THE_DIALOG}</style>
      <ModalHeader i18nDismissLabel={t("app.close")}>
        <ModalHeading as="h3" id={HEADING}>
          {t("transfer.heading", { queue: queue.name })}
        </ModalHeading>
      </ModalHeader>
      <ModalBody>
        <Paragraph>
          <Text as="span" fontWeight="fontWeightSemibold">
            {status}
          </Text>
          {stale !== null && (
            <Text as="span" color="colorTextWeak">
              {` · ${stale}`}
            </Text>
          )}
        </Paragraph>
        <Paragraph>{t(mayProceed ? "transfer.ask" : "transfer.refused")}</Paragraph>
        {instead.length > 0 && (
          <Stack orientation="vertical" spacing="space40">
            <Text as="p">{t("transfer.instead", { count: instead.length })}</Text>
            {instead.map((other) => (
              <Button
                key={other.sid}
                variant="secondary"
                onClick={() => {
                  questions.answer({ type: "instead", queue: other });
                }}
              >
                {t("transfer.to", { queue: other.name })}
              </Button>
            ))}
          </Stack>
        )}
      </ModalBody>
      <ModalFooter>
        <ModalFooterActions>
          <Button variant={mayProceed ? "secondary" : "primary"} onClick={cancel}>
            {t(mayProceed ? "app.cancel" : "app.close")}
          </Button>
          {mayProceed && (
            <Button
              variant="destructive"
              onClick={() => {
                questions.answer({ type: "proceed" });
              }}
            >
              {t("transfer.anyway")}
            </Button>
          )}
        </ModalFooterActions>
      </ModalFooter>
    </Modal>
  );
}
