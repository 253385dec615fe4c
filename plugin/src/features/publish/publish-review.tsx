import { useState } from "react";
import { useDispatch } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Heading } from "@twilio-paste/core/heading";
import { ModalBody } from "@twilio-paste/core/modal";
import { MAX_NOTE_LENGTH } from "@schedule-manager/shared/model/model";
import { textProblem } from "@schedule-manager/shared/model/text-problem";
import type { Draft } from "../../drafts/draft";
import { describeTextProblem } from "../../i18n/describe-text-problem";
import { Alert } from "../../ui/fields/alert";
import { TextField } from "../../ui/fields/text-field";
import { useTranslate } from "../../services/services";
import { opened } from "../../navigation/navigation";
import type { PartsOutcome } from "../../publishing/publish-parts";
import { ChangeList } from "./change-list";
import { ImpactList } from "./impact-list";
import { OfflineNotice } from "./offline-notice";
import { PublishActions } from "./publish-actions";
import { PublishRefusal } from "./publish-refusal";
import { HeldDrafts } from "./held-drafts";
import { useDraftNames } from "./use-draft-names";
import { usePublishWhenConnected } from "./use-publish-when-connected";
import { useReview } from "./use-review";

interface Props {
  /** The result of the previous publish, if it left drafts; null: none. */
  readonly outcome: PartsOutcome | null;
  /** @param note empty: none */
  readonly onPublish: (drafts: readonly Draft[], note: string) => void;
  readonly onClose: () => void;
}

/** The changes and impact of a publish, and the problems that prevent it. */
export function PublishReview({ outcome, onPublish, onClose }: Props) {
  const t = useTranslate();
  const dispatch = useDispatch();
  const review = useReview();
  const { drafts, published, held, live, after } = review;
  const nameOf = useDraftNames(drafts);
  const [note, setNote] = useState("");
  const noteProblem = textProblem(note);
  const publish = (): void => {
    onPublish(published, note.trim());
  };
  const whenConnected = usePublishWhenConnected({ drafts: published, note, live }, publish);
  const open = ({ kind, id }: Draft): void => {
    dispatch(opened({ kind, id }));
    onClose();
  };
  return (
    <>
      <ModalBody>
        {outcome !== null && outcome.done > 0 && (
          <Box marginBottom="space60">
            <Alert variant="neutral">
              {t("publishing.stopped", { done: outcome.done, count: outcome.count })}
            </Alert>
          </Box>
        )}
        <OfflineNotice {...whenConnected} />
        <PublishRefusal code={outcome?.failure?.code ?? null} />
        <HeldDrafts drafts={drafts} held={held} onOpen={open} />
        <Heading as="h3" variant="heading40">
          {t("publishing.changes")}
        </Heading>
        <ChangeList review={review} nameOf={nameOf} onOpen={open} />
        <Box marginTop="space70">
          <Heading as="h3" variant="heading40">
            {t("publishing.impact")}
          </Heading>
          <ImpactList before={live} after={after} />
        </Box>
        <Box marginTop="space70">
          <TextField
            label={t("publishing.note")}
            help={t("publishing.note.help")}
            value={note}
            maxLength={MAX_NOTE_LENGTH}
            error={describeTextProblem(t, noteProblem)}
            onChange={setNote}
          />
        </Box>
      </ModalBody>
      <PublishActions
        label={
          published.length === drafts.length || published.length === 0
            ? t("publishing.publish")
            : t("publishing.publish.some", { count: published.length, total: drafts.length })
        }
        disabled={published.length === 0 || noteProblem !== null}
        whenConnected={whenConnected}
        onPublish={publish}
        onClose={onClose}
      />
    </>
  );
}
