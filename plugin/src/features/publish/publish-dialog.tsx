import { useState } from "react";
import { useDispatch, useStore } from "react-redux";
import { ModalHeader, ModalHeading } from "@twilio-paste/core/modal";
import { useUID } from "@twilio-paste/core/uid-library";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { pluginState } from "../../catalogue/root";
import { type Draft, draftRef } from "../../drafts/draft";
import { useEditTogether } from "../../ui/use-edit-together";
import { Dialog } from "../../ui/fields/dialog";
import { useServices, useSelectors } from "../../services/services";
import { publishClosed } from "../../publishing/publishing";
import type { PartsOutcome, PartsProgress } from "../../publishing/publish-parts";
import type { RootState } from "../../store/root";
import { PublishProgress } from "./publish-progress";
import { PublishReview } from "./publish-review";

interface Publishing {
  readonly progress: PartsProgress;
  readonly stop: AbortController;
}

/** Shows the changes and impact of the drafts, and publishes them. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const { selectDrafts } = useSelectors();
  const { t, publishDrafts, notify } = useServices();
  const dispatch = useDispatch();
  const editTogether = useEditTogether();
  const store = useStore<RootState>();
  const titleId = useUID();
  const [publishing, setPublishing] = useState<Publishing | null>(null);
  const [outcome, setOutcome] = useState<PartsOutcome | null>(null);
  const [isStopping, setStopping] = useState(false);

  const publish = async (drafts: readonly Draft[], note: string): Promise<void> => {
    const stop = new AbortController();
    setStopping(false);
    const { items } = pluginState(store.getState()).drafts;
    // The former names that the review adds.
    editTogether(drafts.filter((draft) => !sameValue(items[draftRef(draft)]?.value, draft.value)));
    const refs = new Set(drafts.map(draftRef));
    const chosen = selectDrafts(store.getState()).filter((draft) => refs.has(draftRef(draft)));
    const result = await publishDrafts(chosen, {
      note: note === "" ? undefined : note,
      signal: stop.signal,
      onProgress: (progress) => {
        setPublishing({ progress, stop });
      },
    });
    setPublishing(null);
    setOutcome(result);
    const { done, count, failure } = result;
    // Shown here, so the message above the tables must not repeat it.
    if (failure !== null) dispatch(publishClosed(failure.id));
    if (done < count) return;
    notify("success", t("publishing.done", { count }));
    onClose();
  };

  return (
    <Dialog
      size="wide"
      ariaLabelledby={titleId}
      onDismiss={() => {
        if (publishing === null) onClose();
      }}
    >
      <ModalHeader i18nDismissLabel={t("app.close")}>
        <ModalHeading as="h2" id={titleId}>
          {t("publishing.title")}
        </ModalHeading>
      </ModalHeader>
      {publishing === null ? (
        <PublishReview
          outcome={outcome}
          onPublish={(drafts, note) => void publish(drafts, note)}
          onClose={onClose}
        />
      ) : (
        <PublishProgress
          progress={publishing.progress}
          isStopping={isStopping}
          onStop={() => {
            setStopping(true);
            publishing.stop.abort();
          }}
        />
      )}
    </Dialog>
  );
}
