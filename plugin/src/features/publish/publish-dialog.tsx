import { useState } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Heading } from "@twilio-paste/core/heading";
import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import {
  ModalBody,
  ModalFooter,
  ModalFooterActions,
  ModalHeader,
  ModalHeading,
} from "@twilio-paste/core/modal";
import { Text } from "@twilio-paste/core/text";
import { useUID } from "@twilio-paste/core/uid-library";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { Alert } from "../../ui/fields/alert";
import { Dialog } from "../../ui/fields/dialog";
import type { CallCode } from "../../functions/call";
import { useRestoredFocus } from "../../ui/fields/use-kept-focus";
import { useServices } from "../../services/services";
import { opened } from "../../navigation/navigation";
import { publishClosed } from "../../publishing/publishing";
import { selectDrafts } from "../../drafts/selectors";
import { describePublishFailure } from "../../ui/describe-publish-failure";
import { ChangeList } from "./change-list";
import { ImpactList } from "./impact-list";
import { PublishRefusal } from "./publish-refusal";
import { selectProblems, selectUndecided } from "./review";

interface Progress {
  readonly count: number;
  readonly done: number;
}

/** Shows the changes and impact of the drafts, and publishes them. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, publishDrafts, notify } = useServices();
  const dispatch = useDispatch();
  const titleId = useUID();
  const drafts = useSelector(selectDrafts);
  const problems = useSelector(selectProblems);
  const undecided = useSelector(selectUndecided);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<CallCode | null>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  useRestoredFocus(body, body);
  const busy = progress !== null;
  const names = new Map(
    drafts.map(({ kind, id, value, base }) => [itemRef(kind, id), (value ?? base?.value)?.name]),
  );

  const publish = async (): Promise<void> => {
    const count = drafts.length;
    setFailure(null);
    setProgress({ count, done: 0 });
    const outcome = await publishDrafts(drafts, (done) => {
      setProgress({ count, done });
    });
    setProgress(null);
    if (outcome?.ok === false) {
      // The dialog shows the failure, so the list above the tables does not.
      dispatch(publishClosed(outcome.id));
      setFailure(outcome.code);
      return;
    }
    notify("success", t("publishing.done", { count }));
    onClose();
  };

  const blocked = drafts.length === 0 || problems.length > 0 || undecided.length > 0;
  return (
    <Dialog
      isOpen
      size="wide"
      ariaLabelledby={titleId}
      onDismiss={() => {
        if (!busy) onClose();
      }}
    >
      <ModalHeader i18nDismissLabel={t("app.close")}>
        <ModalHeading as="h2" id={titleId}>
          {t("publishing.title")}
        </ModalHeading>
      </ModalHeader>
      <ModalBody>
        <Box ref={setBody} tabIndex={-1} outline="none">
          <PublishRefusal code={failure} />
          {undecided.length > 0 && (
            <Box marginBottom="space60">
              <Alert variant="warning">{t("publishing.conflicts", { count: undecided.length })}</Alert>
            </Box>
          )}
          {problems.length > 0 && (
            <Box marginBottom="space60">
              <Alert variant="error">
                <Text as="p" fontWeight="fontWeightSemibold">
                  {t("publishing.problems")}
                </Text>
                <UnorderedList marginBottom="space0">
                  {problems.map(({ kind, id, code, message }) => (
                    <ListItem key={`${kind}${id}${message}`}>
                      {`${names.get(itemRef(kind, id)) ?? id}: ${describePublishFailure(t, code)}`}
                    </ListItem>
                  ))}
                </UnorderedList>
              </Alert>
            </Box>
          )}
          <Heading as="h3" variant="heading40">
            {t("publishing.changes")}
          </Heading>
          <ChangeList
            busy={busy}
            onOpen={({ kind, id }) => {
              dispatch(opened({ kind, id }));
              onClose();
            }}
          />
          <Box marginTop="space70">
            <Heading as="h3" variant="heading40">
              {t("publishing.impact")}
            </Heading>
            <ImpactList />
          </Box>
        </Box>
      </ModalBody>
      <ModalFooter>
        <ModalFooterActions>
          <Button variant="secondary" disabled={busy} onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button variant="primary" disabled={blocked} loading={busy} onClick={() => void publish()}>
            {progress === null || progress.done === 0
              ? t("publishing.publish")
              : t("publishing.part", { done: progress.done, count: progress.count })}
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </Dialog>
  );
}
