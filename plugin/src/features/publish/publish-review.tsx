import { useEffect, useRef, useState } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Heading } from "@twilio-paste/core/heading";
import { ModalBody, ModalFooter, ModalFooterActions } from "@twilio-paste/core/modal";
import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import { Alert } from "../../ui/fields/alert";
import { useRestoredFocus } from "../../ui/fields/use-kept-focus";
import { useTranslate, useSelectors } from "../../services/services";
import { opened } from "../../navigation/navigation";
import type { PartsOutcome } from "../../publishing/publish-parts";
import { ChangeList } from "./change-list";
import { ImpactList } from "./impact-list";
import { PublishProblems } from "./publish-problems";
import { PublishRefusal } from "./publish-refusal";
import { createProblemsSelector, createUndecidedSelector } from "./review";
import { useOwnSelector } from "../../ui/use-own-selector";

interface Props {
  /** The result of the previous publish, if it left drafts; null: none. */
  readonly outcome: PartsOutcome | null;
  readonly onPublish: () => void;
  readonly onClose: () => void;
}

const isBlocking = (problems: readonly EditProblem[], undecided: readonly unknown[]): boolean =>
  problems.length > 0 || undecided.length > 0;

/** The changes and impact of a publish, and the problems that prevent it. */
export function PublishReview({ outcome, onPublish, onClose }: Props) {
  const { selectDrafts } = useSelectors();
  const t = useTranslate();
  const dispatch = useDispatch();
  const drafts = useSelector(selectDrafts);
  const problems = useOwnSelector(createProblemsSelector);
  const undecided = useOwnSelector(createUndecidedSelector);
  const [body, setBody] = useState<HTMLElement | null>(null);
  useRestoredFocus(body, body);
  // After a publish, the focused button is unmounted.
  const comesBack = useRef(outcome !== null);
  useEffect(() => {
    if (comesBack.current) body?.focus();
  }, [body]);
  return (
    <>
      <ModalBody>
        <Box ref={setBody} tabIndex={-1} outline="none">
          {outcome !== null && outcome.done > 0 && (
            <Box marginBottom="space60">
              <Alert variant="neutral">
                {t("publishing.stopped", { done: outcome.done, count: outcome.count })}
              </Alert>
            </Box>
          )}
          <PublishRefusal code={outcome?.failure?.code ?? null} />
          {undecided.length > 0 && (
            <Box marginBottom="space60">
              <Alert variant="warning">{t("publishing.conflicts", { count: undecided.length })}</Alert>
            </Box>
          )}
          <PublishProblems problems={problems} drafts={drafts} />
          <Heading as="h3" variant="heading40">
            {t("publishing.changes")}
          </Heading>
          <ChangeList
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
          <Button variant="secondary" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button
            variant="primary"
            disabled={drafts.length === 0 || isBlocking(problems, undecided)}
            onClick={onPublish}
          >
            {t("publishing.publish")}
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </>
  );
}
